// QuickJS has no console; the libraries warn into it. What matters comes back as a finding.
const nothing = () => undefined;

globalThis.console ??= { debug: nothing, log: nothing, warn: nothing, error: nothing };

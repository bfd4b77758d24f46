"""Runs the bundle's scripts inside Python: bpmn.io's own linter and form validator, no Node.

QuickJS must be used from the thread it was made in, so all scripts of a process share one thread;
the script engine is loaded only when the first script is needed.
"""

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from modeling.bundle import OUT
from modeling.errors import BundleMissing, ScriptFailed

if TYPE_CHECKING:
    import quickjs

SECONDS_PER_CALL = 10.0  # a pattern that backtracks for ever ends here, not the process
MEMORY_LIMIT = 256 * 1024 * 1024  # bytes per script
STACK_LIMIT = 4 * 1024 * 1024  # bytes; the thread has twice as much
CALLS_PER_CLEANING = 20

# A script's function may be async; quickjs hands out no promises, so the outcome is left here.
_PRELUDE = """
globalThis.answer = (name, ...texts) => {
  const outcome = (globalThis.outcome = {});
  Promise.resolve()
    .then(() => globalThis[name](...texts.map((text) => JSON.parse(text))))
    .then((value) => { outcome.value = JSON.stringify(value); })
    .catch((error) => { outcome.error = String(error); });
};
"""


class Script:
    """One file of the bundle; its functions take JSON values and give a list of JSON objects."""

    _thread: ThreadPoolExecutor | None = None
    _starting = threading.Lock()

    def __init__(self, name: str) -> None:
        self.name = name
        self._context: quickjs.Context | None = None
        self._calls = 0

    def call(self, function: str, *arguments: object) -> list[dict[str, Any]]:
        """Run `function` of the script, from any thread. Raises BundleMissing, ScriptFailed."""
        texts = [json.dumps(argument) for argument in arguments]
        return self._worker().submit(self._call, function, texts).result()

    @classmethod
    def _worker(cls) -> ThreadPoolExecutor:
        with cls._starting:
            if cls._thread is None:
                before = threading.stack_size(2 * STACK_LIMIT)
                try:
                    cls._thread = ThreadPoolExecutor(1, thread_name_prefix="scripts")
                    cls._thread.submit(lambda: None).result()  # starts with this stack size
                finally:
                    threading.stack_size(before)
            return cls._thread

    def _load(self) -> "quickjs.Context":
        import quickjs  # late: processes that check no form stay small

        path = OUT / self.name
        if not path.is_file():
            raise BundleMissing(self.name)
        context = quickjs.Context()
        context.set_max_stack_size(STACK_LIMIT)
        context.set_memory_limit(MEMORY_LIMIT)
        context.eval(path.read_text(encoding="utf-8"))
        context.eval(_PRELUDE)
        return context

    def _call(self, function: str, texts: list[str]) -> list[dict[str, Any]]:
        if self._context is None:
            self._context = self._load()
        context = self._context
        context.set_time_limit(SECONDS_PER_CALL)
        try:
            context.get("answer")(function, *texts)
            while context.execute_pending_job():
                pass
            outcome = json.loads(context.eval("JSON.stringify(outcome)"))
        except Exception as error:
            self._context = None  # out of memory, stack or time: begin anew
            raise ScriptFailed(f"{self.name}: {type(error).__name__}") from None
        self._calls += 1
        if self._calls % CALLS_PER_CLEANING == 0:
            context.gc()
        if "value" not in outcome:
            raise ScriptFailed(f"{self.name}: {outcome.get('error', 'no answer')}")
        rows: list[dict[str, Any]] = json.loads(outcome["value"])
        return rows

// What was typed for filing is on file now: nothing of it stays in this tab.
'use strict';

for (const name of Object.keys(sessionStorage)) {
  if (name.startsWith('filing:')) sessionStorage.removeItem(name);
}

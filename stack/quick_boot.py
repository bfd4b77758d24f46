"""Makes the archive for quick boots of the engine while nothing else is urgent."""

import subprocess
import sys

from engine.local.launch import die_with_parent
from engine.quick_boot import archive_path
from settings import ROOT, Settings
from stack.child import process_environment
from stack.environment import child_environment


def prepare_in_background(settings: Settings) -> None:
    """Start making the archive at the lowest priority, once per engine version and machine."""
    if settings.zeebe_rest or archive_path(settings.engine_version, settings.cache_dir).exists():
        return
    subprocess.Popen(
        [sys.executable, "-m", "commands", "engine", "install"],
        cwd=ROOT,
        env=process_environment(child_environment(settings)),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=die_with_parent,
    )

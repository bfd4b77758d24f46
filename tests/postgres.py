"""A private PostgreSQL server for tests: its own directory, no TCP port, gone afterwards."""

import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, make_url, text

INSTALL_HINT = "PostgreSQL server binaries are missing (Debian: apt-get install postgresql)"
_numbers = itertools.count(1)


def find_binaries() -> Path | None:
    """Directory of initdb and pg_ctl, the newest version first; None when there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_version, reverse=True)
    if found:
        return found[0].parent
    on_path = shutil.which("initdb")
    return Path(on_path).parent if on_path else None


@contextmanager
def private_postgres(*, durable: bool = False) -> Iterator[str]:
    """Run a server; gives the SQLAlchemy address of its database `postgres`.

    PostgreSQL refuses to run as root: then it runs as the user `postgres` that its package makes.
    `durable` keeps fsync on, for measurements.
    """
    binaries = find_binaries()
    if binaries is None:
        raise FileNotFoundError(INSTALL_HINT)
    directory = Path(tempfile.mkdtemp(prefix="xinfang-pg-"))
    as_user: list[str] = []
    if os.geteuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(directory, owner.pw_uid, owner.pw_gid)
        # The directory of runuser is not on every path.
        runuser = shutil.which("runuser") or "/usr/sbin/runuser"
        as_user = [runuser, "-u", "postgres", "--"]

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [*as_user, str(binaries / program), *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            cwd="/",
        )

    data = directory / "data"
    try:
        run("initdb", "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-c listen_addresses='' -k {directory} -c fsync={'on' if durable else 'off'}"
        run("pg_ctl", "-D", str(data), "-l", str(directory / "log"), "-o", options, "-w", "start")
        try:
            yield f"postgresql+psycopg://postgres@/postgres?host={directory}"
        finally:
            run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def fresh_database(server_url: str, template: str = "template1") -> str:
    """Make a database on this server, empty or a copy of `template`; gives its address."""
    name = f"test_{os.getpid()}_{next(_numbers)}"
    engine = create_engine(server_url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
    engine.dispose()
    return make_url(server_url).set(database=name).render_as_string(hide_password=False)


def _version(initdb: Path) -> int:
    version = initdb.parent.parent.name
    return int(version) if version.isdecimal() else 0

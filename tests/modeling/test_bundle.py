"""The bundle is current, its lock names no hosts, and a stale one is noticed."""

import json
import re
import shutil
import time
from pathlib import Path

import pytest

from modeling import bundle, javascript, node
from modeling.bundle import OUT, WEB, build_bundle, is_current
from modeling.errors import BundleFailed, BundleMissing, NodeMissing, ScriptFailed
from modeling.javascript import Script

FILES = [
    "diagram.css",
    "diagram.js",
    "form.css",
    "form.js",
    "form_lint.js",
    "htmx.js",
    "lint.js",
    "style.css",
    "validate_form.js",
]


def test_the_lock_names_versions_and_hashes_but_no_hosts() -> None:
    """After `npm install`, run `npm run lock` in web/ to take the addresses out again."""
    text = (WEB / "package-lock.json").read_text()
    assert not re.search(r'"resolved"|https?://', text)
    packages = json.loads(text)["packages"]
    assert all("integrity" in entry for name, entry in packages.items() if name)


def test_versions_in_package_json_are_exact() -> None:
    package = json.loads((WEB / "package.json").read_text())
    wanted = {**package["dependencies"], **package["devDependencies"]}
    assert [name for name, version in wanted.items() if not re.fullmatch(r"[\d.]+", version)] == []


def test_the_bundle_is_current_and_complete() -> None:
    assert is_current()
    assert {path.name for path in OUT.iterdir()} >= set(FILES)


def test_building_a_current_bundle_takes_no_time() -> None:
    started = time.perf_counter()
    assert build_bundle() is False
    assert time.perf_counter() - started < 0.05


@pytest.fixture
def copied_web(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of web/ without the packages, which the module then takes for the real one."""
    web = tmp_path / "web"
    shutil.copytree(WEB, web, ignore=shutil.ignore_patterns("node_modules"))
    monkeypatch.setattr(bundle, "WEB", web)
    monkeypatch.setattr(bundle, "OUT", web / "out")
    monkeypatch.setattr(bundle, "STAMP", web / "out" / ".stamp")
    monkeypatch.setattr(bundle, "INSTALLED", web / "node_modules" / ".installed")
    return web


@pytest.mark.parametrize("name", ["package-lock.json", "build.mjs", "src/form.js"])
def test_a_changed_source_makes_the_bundle_stale(copied_web: Path, name: str) -> None:
    assert is_current()
    path = copied_web / name
    path.write_text(path.read_text() + "\n")
    assert not is_current()


def test_a_build_without_node_says_what_to_install(
    copied_web: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(copied_web))
    monkeypatch.setattr(node, "find_spec", lambda _: None)
    with pytest.raises(NodeMissing, match="requirements-node"):
        build_bundle(force=True)


def test_a_source_with_an_error_is_named_and_stays_stale(copied_web: Path) -> None:
    (copied_web / "node_modules").symlink_to(WEB / "node_modules")
    (copied_web / "src" / "form.js").write_text("this is no script")
    with pytest.raises(BundleFailed, match=r"form\.js"):
        build_bundle()
    assert not is_current()


def test_a_script_that_was_not_built_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(javascript, "OUT", tmp_path)
    with pytest.raises(BundleMissing, match="xinfang web build"):
        Script("lint.js").call("lint", "")


def test_a_script_that_fails_or_never_ends_does_not_take_the_process_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(javascript, "OUT", tmp_path)
    monkeypatch.setattr(javascript, "SECONDS_PER_CALL", 0.2)
    (tmp_path / "try.js").write_text(
        "globalThis.fail = () => { throw new Error('refused') };"
        "globalThis.spin = () => { for (;;); };"
        "globalThis.deep = () => deep() + 1;"
        "globalThis.echo = async (value) => [{ value }];"
    )
    script = Script("try.js")
    for function in ("fail", "spin", "deep"):
        with pytest.raises(ScriptFailed, match=r"try\.js"):
            script.call(function)
        assert script.call("echo", "信访") == [{"value": "信访"}]

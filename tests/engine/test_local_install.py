"""Installing the engine: pinned, whole, once."""

import time
from pathlib import Path

import pytest

from engine.install import DownloadDamaged, install, verify
from engine.release import RELEASES, UnknownRelease, home


def test_an_unknown_version_is_refused_and_the_known_ones_are_named(tmp_path: Path) -> None:
    with pytest.raises(UnknownRelease, match=r"9\.9\.9.*8\.6\.0, 8\.5\.8"):
        install("9.9.9", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_download_is_refused_and_removed(tmp_path: Path) -> None:
    tarball = tmp_path / "camunda-zeebe-8.6.0.tar.gz"
    tarball.write_bytes(b"not the engine")
    with pytest.raises(DownloadDamaged, match="It was removed"):
        verify(tarball, RELEASES["8.6.0"])
    assert not tarball.exists()


def test_what_is_installed_is_found_at_once_and_without_a_download(tmp_path: Path) -> None:
    home("8.6.0", tmp_path).mkdir(parents=True)
    began = time.perf_counter()
    assert install("8.6.0", tmp_path) == home("8.6.0", tmp_path)
    assert time.perf_counter() - began < 0.05


def test_both_versions_lie_side_by_side(tmp_path: Path) -> None:
    assert home("8.6.0", tmp_path) != home("8.5.8", tmp_path)

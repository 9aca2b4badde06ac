"""The wheel, installed where there is no checkout, does the main job: templates and examples too."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def test_the_wheel_works_elsewhere(root: Path, tmp_path: Path) -> None:
    built = tmp_path / "dist"
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", built, root],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    (wheel,) = built.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    for name in (
        "templates/entry.wikitext.j2",
        "locale/de.po",
        "examples/wikifaq.toml",
        "default.toml",
        "publish/preview.html.j2",
        "py.typed",
    ):
        assert f"wikifaq/{name}" in names
    assert not [name for name in names if name.startswith(("tests", "scripts"))]

    home = tmp_path / "elsewhere"
    venv.create(home / "venv", with_pip=True)
    python = home / "venv" / "bin" / "python"
    subprocess.run(
        [python, "-m", "pip", "install", "-q", wheel], check=True, capture_output=True, timeout=300
    )
    for command in ([home / "venv" / "bin" / "wikifaq"], [python, "-m", "wikifaq"]):
        done = subprocess.run(
            [*command, "demo", "--folder", "demo"],
            cwd=home, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert done.stderr.rstrip().endswith("people's edits stayed.")
    # pywikibot starts without any configuration of its own, and puts nothing where it ran.
    done = subprocess.run(
        [python, "-m", "wikifaq", "preview", "--wiki", "http://127.0.0.1:9/api.php", "--state", "state"],
        cwd=home, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 4, done.stderr
    assert sorted(path.name for path in home.iterdir()) == ["demo", "state", "venv"]

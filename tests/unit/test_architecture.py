"""The shape of the code: a pure core, thin edges, small modules."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "wikifaq"
MODULES = sorted(PACKAGE.rglob("*.py"))
CORE = [
    file
    for file in MODULES
    if file.relative_to(PACKAGE).parts[0] in {"transcript", "consolidate", "page"}
]
IMPURE = {
    "os",
    "pathlib",
    "io",
    "sqlite3",
    "socket",
    "time",
    "random",
    "requests",
    "pywikibot",
    "subprocess",
    "sys",
    "locale",
    "tempfile",
}
VECTORS = {"huggingface_hub", "safetensors", "scipy", "threadpoolctl", "tokenizers"}
FLOW = ["transcript", "consolidate", "page", "publish"]


def imports(file: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("file", CORE, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_the_core_does_no_input_or_output(file: Path) -> None:
    assert not {name.partition(".")[0] for name in imports(file)} & IMPURE
    calls = {
        node.func.id
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not calls & {"open", "print", "input"}
    assert "datetime.now" not in file.read_text("utf-8")


@pytest.mark.parametrize("file", CORE, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_data_flows_one_way(file: Path) -> None:
    own = file.relative_to(PACKAGE).parts[0]
    later = [*FLOW[FLOW.index(own) + 1 :], "wiki", "cli", "job", "store", "config", "embedding"]
    used = {name.split(".")[1] for name in imports(file) if name.startswith("wikifaq.")}
    assert not used & set(later)


def test_only_the_wiki_package_imports_pywikibot() -> None:
    for file in MODULES:
        if file.relative_to(PACKAGE).parts[0] != "wiki":
            assert not any(name.startswith("pywikibot") for name in imports(file)), file


def test_nothing_imports_pywikibot_before_a_site_is_opened() -> None:
    code = "import sys, wikifaq.cli, wikifaq.wiki.address; sys.exit('pywikibot' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_only_the_embedding_package_imports_what_makes_vectors() -> None:
    for file in MODULES:
        if file.relative_to(PACKAGE).parts[0] != "embedding":
            assert not {name.partition(".")[0] for name in imports(file)} & VECTORS, file


@pytest.mark.parametrize("module", ["wikifaq.cli", "wikifaq.embedding"])
def test_nothing_of_the_extra_is_imported_before_it_is_needed(module: str) -> None:
    extra = {*VECTORS, "numpy", "faiss"}
    code = f"import sys, {module}; sys.exit(' '.join({extra} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert not done.stderr.strip()


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_modules_are_small_and_named_for_what_they_are(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) <= 400
    assert not {"utils", "helpers", "util", "helper", "manager", "common"} & set(
        file.stem.split("_")
    )

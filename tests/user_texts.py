"""Every text of the package that a person may read, gathered from its source and its resources."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE, RESOURCES = ROOT / "heartplanner", ROOT / "resources"
GOLDEN = ROOT / "tests" / "golden" / "texts.txt"
NOT_READ = {
    "dump",
    "parse",
    "compile",
    "search",
    "match",
    "fullmatch",
    "setObjectName",
    "getattr",
    "strftime",
    "words_of",
    "NamedTuple",
    "TypeVar",
    "Signal",
}
"""Functions whose texts no person reads: patterns, names of objects and attributes, words of rosters."""
SENTENCE = re.compile(r"[A-Za-z]{2,}.*\s\S|^[A-Z][a-z]+\W*$", re.DOTALL)
"""Two words or more, or one that is written as on a button; keys of files are small and alone."""
CODE = re.compile(
    r"<\?xml|<[cd]:|xmlns|[{};]\s*\n|\(\?|\[\^?[a-zA-Z0-9-]+\]|\\[dswS]|^Q[A-Z]|^%|^X-|^-//|rgb\("
)
"""Markup, style sheets, patterns, formats."""


def package_texts() -> Iterator[tuple[str, list[str]]]:
    """Each module, by its path in the package, with its texts in the order of its lines."""
    for path in sorted(PACKAGE.rglob("*.py")):
        texts = texts_of(path.read_text(encoding="utf-8"))
        if texts:
            yield path.relative_to(PACKAGE).as_posix(), texts


def texts_of(source: str) -> list[str]:
    """The texts of a module; what is put into one stands as {}."""
    tree = ast.parse(source)
    passed_over = set(_passed_over(tree))
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr | ast.Constant)]
    nodes.sort(key=lambda node: (node.lineno, node.col_offset))
    texts = [_text(node) for node in nodes if id(node) not in passed_over]
    read = [text for text in texts if SENTENCE.search(text) and not CODE.search(text)]
    return [" ".join(text.split()) for text in read]


def _text(node: ast.JoinedStr | ast.Constant) -> str:
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    text = "".join(
        str(part.value) if isinstance(part, ast.Constant) and isinstance(part.value, str) else "{}"
        for part in parts
    )
    return text if isinstance(node, ast.JoinedStr) or isinstance(node.value, str) else ""


def _passed_over(tree: ast.Module) -> Iterator[int]:
    """Docstrings, types in quotes, parts of longer texts, and what only the program reads."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant() as docstring):
                yield id(docstring)
            case ast.JoinedStr():
                yield from (id(part) for part in node.values if isinstance(part, ast.Constant))
            case ast.FormattedValue(format_spec=ast.JoinedStr() as spelling):
                yield id(spelling)
            case ast.Call() if _called(node) in NOT_READ:
                yield from map(id, node.args)
            case (
                ast.AnnAssign(annotation=ast.expr() as kind)
                | ast.arg(annotation=ast.expr() as kind)
            ):
                yield from map(id, ast.walk(kind))


def _called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def resource_texts() -> Iterator[tuple[str, list[str]]]:
    """The lines of each text that comes with the program, without marks and empty ones."""
    for path in sorted((*RESOURCES.glob("*.txt"), *RESOURCES.glob("*.html"))):
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".html":
            text = re.sub(r"(?s)<style>.*?</style>|<[^>]*>", "", text)
        read = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
        lines = [" ".join(line.split()) for line in read]
        yield f"resources/{path.name}", lines


def manual_texts() -> Iterator[tuple[str, list[str]]]:
    """The manual's paragraphs and the reference's, which are their own approved text."""
    for path in sorted(RESOURCES.glob("*.md")):
        yield f"resources/{path.name}", path.read_text(encoding="utf-8").splitlines()


def whole_book(places: Iterable[tuple[str, list[str]]]) -> str:
    """The texts of all these places, a heading for each, for one person to read in one sitting."""
    return "\n".join("\n".join([f"== {place}", *texts, ""]) for place, texts in places)


if __name__ == "__main__":
    GOLDEN.write_text(whole_book([*package_texts(), *resource_texts()]), encoding="utf-8")

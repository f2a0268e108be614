"""What a JavaScript module declares, imports, exports and uses, by a real parser and the rules of scopes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

PARSER = Parser(Language(tree_sitter_javascript.language()))
FUNCTIONS = {
    *("function_declaration", "generator_function_declaration", "function_expression", "generator_function"),
    *("arrow_function", "method_definition"),
}
BLOCKS = {"statement_block", "for_statement", "switch_body", "class_static_block"}


@dataclass
class Scope:
    """Names of a module, a function or a block; `var` goes to the next function or module around it."""

    above: Scope | None = None
    holds_var: bool = True
    names: set[str] = field(default_factory=set)

    def home_of(self, name: str) -> Scope | None:
        """The scope that declares a name."""
        return self if name in self.names else self.above and self.above.home_of(name)

    def for_var(self) -> Scope:
        """The scope of a `var` that stands in this one."""
        return self if self.holds_var or self.above is None else self.above.for_var()


@dataclass
class Module:
    """One module as it stands; `foreign` names are used and declared nowhere in it."""

    imports: dict[str, str] = field(default_factory=dict)
    exports: set[str] = field(default_factory=set)
    declared: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)
    assigned: set[str] = field(default_factory=set)
    foreign: set[str] = field(default_factory=set)
    odd: list[str] = field(default_factory=list)


def read_module(text: str) -> Module:
    """The names of a module."""
    return _Reading(text).module


class _Reading:
    """A walk over the tree; names are looked up after it, since functions are hoisted."""

    def __init__(self, text: str) -> None:
        self.module = Module()
        self.top = Scope()
        self.mentions: list[tuple[str, Scope, bool]] = []
        root = PARSER.parse(text.encode()).root_node
        if root.has_error:
            self.module.odd.append("cannot be parsed")
        self.children(root, self.top)
        self.module.declared = self.top.names - set(self.module.imports)
        for name, scope, written in self.mentions:
            home = scope.home_of(name)
            if home is None:
                self.module.foreign.add(name)
            elif home is self.top:
                (self.module.assigned if written else self.module.used).add(name)

    def children(self, node: Node, scope: Scope) -> None:
        for child in node.named_children:
            self.visit(child, scope)

    def visit(self, node: Node, scope: Scope) -> None:
        kind = node.type
        if kind in ("identifier", "shorthand_property_identifier"):
            self.mentions.append((_text(node), scope, False))
        elif kind in ("import_statement", "export_statement"):
            self.importing(node) if kind == "import_statement" else self.exporting(node)
        elif kind in FUNCTIONS:
            self.function(node, scope)
        elif kind in ("class_declaration", "class"):
            self.klass(node, scope)
        elif kind in BLOCKS:
            self.children(node, Scope(scope, holds_var=kind == "class_static_block"))
        elif kind in ("lexical_declaration", "variable_declaration"):
            self.declaration(node, scope)
        elif kind == "for_in_statement":
            self.loop(node, scope)
        elif kind == "catch_clause":
            inner = Scope(scope, holds_var=False)
            if parameter := node.child_by_field_name("parameter"):
                self.bind(parameter, inner, inner)
            self.visit(_part(node, "body"), inner)
        elif kind == "assignment_expression":
            self.assign(_part(node, "left"), scope)
            self.visit(_part(node, "right"), scope)
        elif kind in ("augmented_assignment_expression", "update_expression"):
            self.assign(_part(node, "left" if kind.startswith("aug") else "argument"), scope)
            self.children(node, scope)
        else:
            self.children(node, scope)

    def function(self, node: Node, scope: Scope) -> None:
        inner = Scope(scope)
        if node.type != "arrow_function":
            inner.names.add("arguments")
        if name := node.child_by_field_name("name"):
            if node.type == "method_definition":
                self.visit(name, scope)
            else:
                (scope if node.type.endswith("declaration") else inner).names.add(_text(name))
        if single := node.child_by_field_name("parameter"):
            self.bind(single, inner, inner)
        if several := node.child_by_field_name("parameters"):
            self.bind(several, inner, inner)
        self.visit(_part(node, "body"), inner)

    def klass(self, node: Node, scope: Scope) -> None:
        inner = Scope(scope, holds_var=False)
        name = node.child_by_field_name("name")
        if name:
            (scope if node.type == "class_declaration" else inner).names.add(_text(name))
        for child in node.named_children:
            if child != name:
                self.visit(child, inner)

    def declaration(self, node: Node, scope: Scope) -> None:
        home = scope.for_var() if node.type == "variable_declaration" else scope
        for one in node.named_children:
            if one.type == "variable_declarator":
                self.bind(_part(one, "name"), home, scope)
                if value := one.child_by_field_name("value"):
                    self.visit(value, scope)

    def loop(self, node: Node, scope: Scope) -> None:
        inner = Scope(scope, holds_var=False)
        kind = node.child_by_field_name("kind")
        if kind:
            self.bind(_part(node, "left"), scope.for_var() if _text(kind) == "var" else inner, inner)
        else:
            self.assign(_part(node, "left"), scope)
        self.visit(_part(node, "right"), scope)
        self.visit(_part(node, "body"), inner)

    def bind(self, pattern: Node, home: Scope, scope: Scope) -> None:
        """The names of a pattern are declared at home; its defaults and computed keys are read in `scope`."""
        self.pattern(pattern, scope, lambda name: home.names.add(name))

    def assign(self, pattern: Node, scope: Scope) -> None:
        self.pattern(pattern, scope, lambda name: self.mentions.append((name, scope, True)))

    def pattern(self, node: Node, scope: Scope, told: Callable[[str], None]) -> None:
        kind = node.type
        if kind in ("identifier", "shorthand_property_identifier_pattern"):
            told(_text(node))
        elif kind in ("assignment_pattern", "object_assignment_pattern"):
            self.pattern(_part(node, "left"), scope, told)
            self.visit(_part(node, "right"), scope)
        elif kind == "pair_pattern":
            self.visit(_part(node, "key"), scope)
            self.pattern(_part(node, "value"), scope, told)
        elif kind in ("object_pattern", "array_pattern", "rest_pattern", "formal_parameters"):
            for child in node.named_children:
                self.pattern(child, scope, told)
        else:
            self.visit(node, scope)

    def importing(self, node: Node) -> None:
        specifiers = [one for one in _within(node) if one.type == "import_specifier"]
        plain = len(specifiers) == sum(one.type == "identifier" for one in _within(node))
        if not specifiers or not plain:
            self.module.odd.append(f"imports in another form: {_text(node)}")
        for one in specifiers:
            name = _text(_part(one, "name"))
            self.top.names.add(name)
            self.module.imports[name] = _text(_part(node, "source"))[1:-1].removeprefix("./")

    def exporting(self, node: Node) -> None:
        declared = node.child_by_field_name("declaration")
        if declared is None or _text(node).startswith("export default"):
            self.module.odd.append(f"exports in another form: {_text(node)}")
            return
        before = set(self.top.names)
        self.visit(declared, self.top)
        self.module.exports |= self.top.names - before


def _part(node: Node, name: str) -> Node:
    """A part that a node of its kind always has; in what cannot be parsed, the node's own first one."""
    return node.child_by_field_name(name) or node.children[0]


def _text(node: Node) -> str:
    return (node.text or b"").decode()


def _within(node: Node) -> Iterator[Node]:
    for child in node.named_children:
        yield child
        yield from _within(child)


def complaints(texts: Mapping[str, str], entries: Collection[str], given: Mapping[str, str]) -> list[str]:
    """
    What is wrong with modules that will share one scope, module by module.

    `given` are the names that nobody has to import, each with the module that may use it, or "" for all.
    """
    modules = {name: read_module(text) for name, text in texts.items()}
    wanted = Counter((file, name) for one in modules.values() for name, file in one.imports.items())
    owners: dict[str, str] = {}
    told = []
    for file, module in modules.items():
        say = _saying(told, file)
        say("{}", module.odd)
        known = {name for name, user in given.items() if user in ("", file)}
        say("uses {}, which it neither declares nor imports", module.foreign - known)
        for name, source in module.imports.items():
            if source not in modules:
                say("imports from {}, which is not there", [source])
            elif name not in modules[source].exports:
                say(f"imports {{}}, which {source} does not export", [name])
        say("imports {} and does not use it", set(module.imports) - module.used - module.assigned)
        say("assigns {}, which it imports", module.assigned & set(module.imports))
        say("exports {}, which nobody imports", [one for one in module.exports if not wanted[file, one]])
        say("declares {}, which nobody uses", module.declared - module.used - module.exports)
        say("declares {}, which is a name of the browser", module.declared & set(given))
        for name in sorted(module.declared & set(owners)):
            say(f"declares {{}}, as {owners[name]} does", [name])
        owners |= dict.fromkeys(module.declared, file)
        if file not in entries and file not in {source for source, _ in wanted}:
            told.append(f"{file} is imported by nobody")
    return told


def _saying(told: list[str], file: str) -> Callable[[str, Collection[str]], None]:
    """A function that tells of each name of a module what is wrong with it."""

    def say(what: str, names: Collection[str]) -> None:
        told.extend(f"{file} {what.format(name)}" for name in sorted(names))

    return say

"""Which words a file asks for: the keys of its calls `word(…)`, read from the source.

A key that is put together is followed as far as the file itself says what it is put together from:
literals, loops over them, a choice between them. What comes from elsewhere stays a blank, "{}".
"""

import ast
from collections.abc import Iterator
from itertools import product

Scope = dict[str, list[ast.expr] | None]  # what a name may stand for; None: who knows


def asked_keys(source: str) -> set[str]:
    """Return the keys of all calls of `word`, with {} for each part that comes from elsewhere.

    A key that is one blank from end to end is the expression itself in braces, "{method}": "{}"
    alone would say nothing.
    """
    return {
        f"{{{ast.unparse(call.args[0])}}}" if key == "{}" else key
        for call, scope in _calls(ast.parse(source), {})
        if getattr(call.func, "id", "") == "word"
        for key in _texts(call.args[0], scope)
    }


def _calls(node: ast.AST, scope: Scope) -> Iterator[tuple[ast.Call, Scope]]:
    """Walk through the code with the names that are known at each place."""
    match node:
        case ast.FunctionDef() | ast.Lambda():
            arguments = node.args
            named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
            scope = {**scope, **dict.fromkeys(argument.arg for argument in named)}
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
            scope = dict(scope)
            for generator in node.generators:
                _bind(generator.target, _elements(generator.iter, scope), scope)
        case ast.For():
            _bind(node.target, _elements(node.iter, scope), scope)
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            # A second value stands beside the first: either may be the one that is asked for.
            before = scope.get(name)
            scope[name] = [*(before or []), value]
        case ast.Call():
            yield node, scope
    for child in ast.iter_child_nodes(node):
        yield from _calls(child, scope)


def _bind(target: ast.expr, elements: list[ast.expr] | None, scope: Scope) -> None:
    """Say what the names of a loop may stand for."""
    match target:
        case ast.Name(id=name):
            scope[name] = elements
        case ast.Tuple(elts=targets):
            rows = [element.elts for element in elements or [] if isinstance(element, ast.Tuple)]
            for number, inner in enumerate(targets):
                _bind(inner, [row[number] for row in rows] if rows else None, scope)


def _elements(node: ast.expr, scope: Scope) -> list[ast.expr] | None:
    """Return what a loop runs over, None where that is not written down in the file."""
    match node:
        case ast.Tuple(elts=elements) | ast.List(elts=elements) | ast.Dict(keys=elements):
            return elements
        case ast.Name(id=name) if (values := scope.get(name)) and len(values) == 1:
            return _elements(values[0], scope)
        case ast.Call(func=ast.Attribute(attr="items", value=mapping)):
            keys = _elements(mapping, scope)
            unknown = ast.Name("_")
            return keys and [ast.Tuple([key, unknown]) for key in keys]
        case ast.Call(func=ast.Name("zip"), args=arguments):
            columns = [_elements(argument, scope) for argument in arguments]
            length = max((len(column) for column in columns if column), default=0)
            unknown = [ast.Name("_")] * length
            return [ast.Tuple(list(row)) for row in zip(*(c or unknown for c in columns))]
    return None


def _texts(node: ast.expr, scope: Scope) -> list[str]:
    """Return all that an expression may stand for in a key."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp(body=body, orelse=other):
            return _texts(body, scope) + _texts(other, scope)
        case ast.BoolOp(op=ast.Or(), values=values):
            return [text for value in values for text in _texts(value, scope)]
        case ast.JoinedStr(values=parts):
            return ["".join(found) for found in product(*(_texts(part, scope) for part in parts))]
        case ast.FormattedValue(value=value):
            return _texts(value, scope)
        case ast.Name(id=name) if values := scope.get(name):
            # Without the name itself: x = x or "y".
            return [text for value in values for text in _texts(value, {**scope, name: None})]
    return ["{}"]

"""Give an ONNX graph one spelling, so that equal networks are equal files.

tf2onnx numbers and orders the parts of a graph differently from run to run. Here every value is
named by a digest of what it is computed from, and the parts are sorted by depth and name.
"""

import hashlib

import onnx


def order_graph(graph: onnx.GraphProto) -> None:
    """Rename and sort the graph in place; its inputs and outputs keep their names.

    Equal constants and equal nodes become one.
    """
    kept = {value.name for value in (*graph.input, *graph.output)}
    digests = {value.name: _digest(b"input", value.name.encode()) for value in graph.input}
    depths = dict.fromkeys(digests, 0)
    names = {"": ""}  # an optional input that is left out has an empty name

    def rename(name: str, digest: str, depth: int) -> None:
        digests[name], depths[name] = digest, depth
        names[name] = name if name in kept else f"v{digest}"

    for name in list(digests):
        rename(name, digests[name], 0)
    constants: dict[str, onnx.TensorProto] = {}
    for tensor in graph.initializer:
        values = onnx.numpy_helper.to_array(tensor)
        header = f"{values.dtype} {values.shape}".encode()
        rename(tensor.name, _digest(header, values.tobytes()), 0)
        constants[names[tensor.name]] = onnx.numpy_helper.from_array(values, names[tensor.name])
    nodes: dict[str, tuple[int, onnx.NodeProto]] = {}
    for node in graph.node:  # ONNX wants them in an order in which every input is known
        attributes = sorted(node.attribute, key=lambda attribute: attribute.name)
        digest = _digest(
            node.op_type.encode(),
            *(attribute.SerializeToString(deterministic=True) for attribute in attributes),
            *(digests.get(name, "").encode() for name in node.input),
        )
        depth = 1 + max((depths[name] for name in node.input if name), default=0)
        for index, name in enumerate(node.output):
            rename(name, _digest(digest.encode(), str(index).encode()), depth)
        renamed = onnx.NodeProto(op_type=node.op_type, domain=node.domain, name=f"n{digest}")
        renamed.input.extend(names[name] for name in node.input)
        renamed.output.extend(names[name] for name in node.output)
        renamed.attribute.extend(attributes)
        nodes.setdefault(digest, (depth, renamed))
    ordered = sorted(nodes.items(), key=lambda item: (item[1][0], item[0]))

    graph.ClearField("doc_string")  # tf2onnx writes the name of a TensorFlow function there
    _number_dimensions(graph)
    del graph.initializer[:], graph.node[:], graph.value_info[:]
    graph.initializer.extend(constants[name] for name in sorted(constants))
    graph.node.extend(node for _, (_, node) in ordered)


def _number_dimensions(graph: onnx.GraphProto) -> None:
    """Name the unknown dimensions of inputs and outputs by their first appearance."""
    names: dict[str, str] = {}
    for value in (*graph.input, *graph.output):
        for dimension in value.type.tensor_type.shape.dim:
            if dimension.dim_param:
                new = names.setdefault(dimension.dim_param, f"d{len(names)}")
                dimension.dim_param = new


def _digest(*parts: bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()[:16]

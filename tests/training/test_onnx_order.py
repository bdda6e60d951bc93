"""Equal graphs get one spelling; different ones stay different."""

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper, numpy_helper

from core.training.onnx_order import order_graph

X = np.array([[1.0, -2.0], [3.0, 0.5]], np.float32)


def build(prefix, *, swapped=False, factor=2.0, rows="n"):
    """y = relu(x · factor) + tanh(x · factor), its parts named and ordered at will."""
    names = {name: f"{prefix}{name}" for name in ("factor", "product", "relu", "tanh")}
    branches = [
        helper.make_node("Relu", [names["product"]], [names["relu"]], name=f"{prefix}1"),
        helper.make_node("Tanh", [names["product"]], [names["tanh"]], name=f"{prefix}2"),
    ]
    nodes = [
        helper.make_node("Mul", ["x", names["factor"]], [names["product"]]),
        *(reversed(branches) if swapped else branches),
        helper.make_node("Add", [names["relu"], names["tanh"]], ["y"]),
    ]
    graph = helper.make_graph(
        nodes,
        "test",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [rows, 2])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [rows, 2])],
        [numpy_helper.from_array(np.float32(factor), names["factor"])],
        doc_string=f"made by {prefix}",
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 15)], ir_version=8)


def ordered(model):
    order_graph(model.graph)
    onnx.checker.check_model(model)
    return model


def run(model):
    session = onnxruntime.InferenceSession(model.SerializeToString())
    return session.run(["y"], {"x": X})[0]


def test_names_and_order_leave_no_trace():
    one = ordered(build("a"))
    other = ordered(build("zz", swapped=True, rows="unk__17"))
    assert one.SerializeToString() == other.SerializeToString()


@pytest.mark.parametrize("swapped", [False, True])
def test_the_numbers_stay(swapped):
    expected = np.maximum(2 * X, 0) + np.tanh(2 * X)
    assert run(ordered(build("a", swapped=swapped))) == pytest.approx(expected, abs=1e-6)


def test_another_constant_is_another_graph():
    one, other = ordered(build("a")), ordered(build("a", factor=3.0))
    assert one.SerializeToString() != other.SerializeToString()


def test_equal_constants_become_one():
    model = build("a")
    model.graph.initializer.append(numpy_helper.from_array(np.float32(2.0), "twin"))
    model.graph.node[1].op_type, model.graph.node[1].input[:] = "Mul", ["x", "twin"]
    before = run(model)
    assert len(ordered(model).graph.initializer) == 1
    assert [node.op_type for node in model.graph.node] == ["Mul", "Tanh", "Add"]
    assert run(model) == pytest.approx(before)

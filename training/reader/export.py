"""Writes what training changed as the file that ships: matrices in 8 bits a row, the rest in 16."""

import argparse
import hashlib
from pathlib import Path

import torch
from model import Reader, names
from safetensors.torch import save_file

parser = argparse.ArgumentParser()
parser.add_argument("--reader", default="training/out/reader/reader.pt")
parser.add_argument("--out", default="models/reader-minilm/reader.safetensors")
options = parser.parse_args()

state = Reader().state_dict()
state.update(torch.load(options.reader))
tensors = {}
for here, there in [*names(), ("head.weight", "head.weight"), ("head.bias", "head.bias")]:
    # These two are not trained: they come with the embedding model.
    if here in ("word.weight", "position.weight"):
        continue
    value = state[here].float()
    if value.dim() == 2 and here.startswith("layers."):
        scale = (value.abs().amax(1) / 127).clamp(min=1e-12)
        tensors[there] = (value / scale[:, None]).round().clamp(-127, 127).to(torch.int8)
        tensors[f"{there}.scale"] = scale
    else:
        tensors[there] = value if here.startswith("head") else value.half()
target = Path(options.out)
target.parent.mkdir(parents=True, exist_ok=True)
save_file({name: value.contiguous() for name, value in tensors.items()}, target)
print(target, target.stat().st_size, hashlib.sha256(target.read_bytes()).hexdigest())

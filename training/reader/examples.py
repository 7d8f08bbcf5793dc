"""Turns questions with competing passages into numbers."""

import torch
from tokenizers import Tokenizer

CLS, SEP, PAD = 101, 102, 0
MOST_TOKENS = 256
MOST_QUESTION_TOKENS = 64


def open_tokenizer(package):
    tokenizer = Tokenizer.from_file(f"{package}/model/tokenizer.json")
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def encode(tokenizer, example):
    """One dictionary a window: ids, kinds, the sentence of each token (-1: none), gold sentences, spans as tokens."""
    question = tokenizer.encode(example["question"], add_special_tokens=False).ids[:MOST_QUESTION_TOKENS]
    windows = []
    for place, window in enumerate(example["windows"]):
        ids = [CLS, *question, SEP]
        kinds = [0] * len(ids)
        prefix = f"{window['prefix']}:" if window["prefix"] else ""
        ids += tokenizer.encode(prefix, add_special_tokens=False).ids
        sentence_of = [-1] * len(ids)
        spans = []
        for number, text in enumerate(window["sentences"]):
            encoding = tokenizer.encode(text, add_special_tokens=False)
            for of, sentence, start, end in example["spans"]:
                if of == place and sentence == number:
                    inside = [i for i, (a, b) in enumerate(encoding.offsets) if a < end and b > start]
                    if inside and len(ids) + inside[-1] < MOST_TOKENS - 1:
                        spans.append((len(ids) + inside[0], len(ids) + inside[-1]))
            ids += encoding.ids
            sentence_of += [number] * len(encoding.ids)
        ids = ids[: MOST_TOKENS - 1] + [SEP]
        sentence_of = sentence_of[: MOST_TOKENS - 1] + [-1]
        kinds += [1] * (len(ids) - len(kinds))
        gold = {sentence for of, sentence in example["gold"] if of == place}
        windows.append(
            {"ids": ids, "kinds": kinds[: len(ids)], "sentences": sentence_of, "gold": gold, "spans": spans}
        )
    return windows


def collate(group):
    """A batch of the windows of several questions, and where each question's sentences and tokens lie."""
    windows = [window for question in group for window in question]
    longest = max(len(window["ids"]) for window in windows)
    ids = torch.full((len(windows), longest), PAD)
    kinds = torch.zeros_like(ids)
    mask = torch.zeros(ids.shape, dtype=torch.bool)
    slots = torch.full(ids.shape, -1)
    owner, gold, spans = [], [], []
    row = 0
    for number, question in enumerate(group):
        for window in question:
            length = len(window["ids"])
            ids[row, :length] = torch.tensor(window["ids"])
            kinds[row, :length] = torch.tensor(window["kinds"])
            mask[row, :length] = True
            present = sorted(set(window["sentences"]) - {-1})
            slot = {sentence: len(owner) + i for i, sentence in enumerate(present)}
            slots[row, :length] = torch.tensor([slot.get(sentence, -1) for sentence in window["sentences"]])
            owner += [number] * len(present)
            gold += [sentence in window["gold"] for sentence in present]
            spans += [(number, row, start, end) for start, end in window["spans"]]
            row += 1
    rows = torch.tensor([number for number, question in enumerate(group) for _ in question])
    return {
        "ids": ids, "kinds": kinds, "mask": mask, "slots": slots, "rows": rows,
        "owner": torch.tensor(owner), "gold": torch.tensor(gold), "spans": spans, "questions": len(group),
    }


def sentence_logits(tokens, slots, count):
    """The mean of a sentence's tokens, one number a sentence: its log-odds against no answer at all."""
    chosen = slots >= 0
    places = slots[chosen]
    sums = torch.zeros(count).index_add(0, places, tokens[chosen])
    sizes = torch.zeros(count).index_add(0, places, torch.ones(len(places)))
    return sums / sizes.clamp(min=1)

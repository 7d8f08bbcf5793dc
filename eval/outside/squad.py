"""Exact match and F1 as the evaluation script of SQuAD 1.1 defines them (Rajpurkar et al. 2016), standard library alone."""

import re
import string
from collections import Counter


def normalised(text):
    text = "".join(sign for sign in text.lower() if sign not in set(string.punctuation))
    return " ".join(re.sub(r"\b(a|an|the)\b", " ", text).split())


def exact(given, answers):
    return float(any(normalised(given) == normalised(answer) for answer in answers))


def f1(given, answers):
    return max((token_f1(given, answer) for answer in answers), default=0.0)


def token_f1(given, answer):
    ours, theirs = normalised(given).split(), normalised(answer).split()
    shared = sum((Counter(ours) & Counter(theirs)).values())
    if shared == 0:
        return 0.0
    precision, recall = shared / len(ours), shared / len(theirs)
    return 2 * precision * recall / (precision + recall)

"""Computes the figures of a JSON report again, from its responses and questions, with scikit-learn, SciPy and SQuAD's definitions.

    npm run eval -- --json report.json
    python3 eval/outside/recompute.py report.json

Nothing of ours judges here but whether an answer is right, which the report says question by question: that is defined in
eval/metrics/answer-correct.ts and no outside tool knows it. Ends with 1 where a figure differs.
"""

import json
import sys

import numpy as np
from scipy.stats import bootstrap
from sklearn.metrics import ndcg_score, precision_recall_fscore_support, roc_auc_score

import squad


def public_set(report):
    """Figures of --beir and --squad, beside those of the report; the number of those that differ."""
    told = {one["label"]: one["value"] for one in report["figures"]}
    asked = report["questions"]
    if "grades" in asked[0]:
        labels = {"hybrid": "hybrid", "lexical": "BM25 alone", "dense": "dense alone"}
        again = {f"nDCG@10, {label}": np.mean([ndcg10(one["grades"], one["rankings"][stage]) for one in asked]) for stage, label in labels.items()}
    else:
        answerable = [one for one in asked if one["answers"]]
        given = [(one["shortAnswer"] or "", one["answers"]) for one in answerable]
        again = {
            "short answer exact, of answerable": np.mean([squad.exact(*one) for one in given]),
            "short answer F1, of answerable": np.mean([squad.f1(*one) for one in given]),
            "false abstention, of answerable": np.mean([one["abstained"] for one in answerable]),
        }
        kinds = [bool(one["answers"]) for one in asked]
        if len(set(kinds)) == 2:
            again["abstention AUC, confidence as shown"] = roc_auc_score(kinds, [one["confidence"] for one in asked])
    for label, value in again.items():
        print(f"{label:40} {told[label]:.6f} {value:.6f} {'same' if abs(told[label] - value) < 1e-6 else 'DIFFERENT'}")
    return sum(abs(told[label] - value) >= 1e-6 for label, value in again.items())


def ndcg10(grades, ranking):
    ids = list(dict.fromkeys([*ranking, *grades]))
    places = {one: -place for place, one in enumerate(ranking)}
    if len(ids) < 2:
        return float(grades.get(ids[0], 0) > 0)
    truth = [max(0, grades.get(one, 0)) for one in ids]
    return ndcg_score([truth], [[places.get(one, -len(ids)) for one in ids]], k=10, ignore_ties=True)

report = json.load(open(sys.argv[1], encoding="utf8"))
if "judged" not in report:
    sys.exit(public_set(report))
judged = [one for one in report["judged"] if one["outcome"]["response"]]
questions = [one["outcome"]["question"] for one in judged]
replies = [one["outcome"]["response"] for one in judged]
answers = [reply["answer"] for reply in replies]
answerable = np.array([question["answerable"] for question in questions])
abstained = np.array([answer is None for answer in answers])
right = np.array([bool(one["score"]["right"]) for one in judged])
rows, different = [], 0


def compare(name, value, places=6, note=""):
    """A row beside the report's figure; a value may be missing where nothing was measured."""
    global different
    told = report["overall"][name]["value"]
    same = told is None if value is None else told is not None and abs(told - value) < 10**-places
    different += not same
    rows.append((name, told, value, "same" if same else f"DIFFERENT {note}"))


def share(of):
    return float(np.mean(of)) if len(of) else None


def cited_documents():
    precisions, recalls = [], []
    for question, answer, reply in zip(questions, answers, replies):
        if not question["answerable"] or answer is None:
            continue
        cited = {one["documentId"] for one in reply["citations"]} - {None}
        wanted = {one["documentId"] for one in question["evidence"]}
        if cited:
            precisions.append(len(cited & wanted) / len(cited))
        found = len(cited & wanted)
        recalls.append(float(found > 0) if question["evidenceMode"] == "any" else found / len(wanted))
    return share(precisions), share(recalls)


def equal_mass_error(claimed, correct, bins=10):
    order = np.argsort(-claimed, kind="stable")
    # Answers of one confidence count as the mean of them all.
    truth = np.array([correct[claimed == one].mean() for one in claimed])
    edges = [len(order) * place // min(bins, len(order)) for place in range(min(bins, len(order)) + 1)]
    parts = [order[low:high] for low, high in zip(edges, edges[1:])]
    error = sum(len(part) * abs(truth[part].mean() - claimed[part].mean()) for part in parts)
    risks = np.cumsum(1 - truth[order]) / np.arange(1, len(order) + 1)
    return error / len(order), risks.mean()


compare("right", share(right))
compare("answerCorrect", share(right[answerable]))
precision, recall, f1, _ = precision_recall_fscore_support(
    ~answerable, abstained, average="binary", pos_label=True, zero_division=0
)
compare("abstentionPrecision", float(precision) if abstained.any() else None)
compare("abstentionRecall", float(recall) if (~answerable).any() else None)
if abstained.any() and (~answerable).any():
    compare("abstentionF1", float(f1))
compare("falseAbstention", share(abstained[answerable]))
compare("wrongAnswers", share(~abstained & ~right))
compare("wrongRefusals", share(abstained & answerable))

documents = cited_documents()
compare("documentPrecision", documents[0])
compare("documentRecall", documents[1])

told = [(answer["confidence"], ok) for answer, ok in zip(answers, right) if answer and answer["confidence"] is not None]
if told:
    claimed, correct = np.array([one[0] for one in told]), np.array([float(one[1]) for one in told])
    error, area = equal_mass_error(claimed, correct)
    compare("calibrationError", float(error))
    compare("riskCoverageArea", float(area))

short = [
    (answer["shortAnswer"], question["answers"])
    for question, answer in zip(questions, answers)
    if question["answerable"] and answer and answer["shortAnswer"] and "parts" not in question
]
if short:
    note = "(SQuAD knows no figures: '$', '%', '12,700' and hyphens count otherwise there)"
    compare("shortExact", share([squad.exact(*one) for one in short]), 6, note)
    compare("shortF1", share([squad.f1(*one) for one in short]), 6, note)

latencies = [one["outcome"]["latencyMs"] for one in judged]
for percent in (50, 95, 99):
    compare(f"latencyP{percent}", float(np.percentile(latencies, percent, method="inverted_cdf")))
compare("words", share([len(answer["text"].split()) for answer in answers if answer]))

if 0 < right.mean() < 1:
    interval = bootstrap((right.astype(float),), np.mean, method="percentile", n_resamples=9999, random_state=1)
    low, high = interval.confidence_interval
    own = report["overall"]["right"]
    rows.append(("right, 95 % interval", f"{own['low']:.3f} {own['high']:.3f}", f"{low:.3f} {high:.3f}", "(other draws)"))

print(f"{'figure':22} {'report':>16} {'outside':>16}")
for name, ours, theirs, verdict in rows:
    shown = [f"{one:.6f}" if isinstance(one, float) else str(one) for one in (ours, theirs)]
    print(f"{name:22} {shown[0]:>16} {shown[1]:>16} {verdict}")
sys.exit(different > 0)

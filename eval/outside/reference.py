"""Computes metrics of made-up cases with scikit-learn, SciPy, statsmodels and SQuAD's own definitions.

    python3 eval/outside/reference.py > test/eval/metrics/outside-reference.json

The tests hold the metrics of eval/metrics against these values. Same seed, same cases.
"""

import json

import numpy as np
from scipy.stats import bootstrap
from sklearn.calibration import calibration_curve
from sklearn.metrics import label_ranking_average_precision_score, ndcg_score
from sklearn.metrics import precision_recall_fscore_support, roc_auc_score
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

import squad

random = np.random.default_rng(7)


def abstention():
    answerable = random.random(80) < 0.6
    abstained = random.random(80) < np.where(answerable, 0.1, 0.5)
    precision, recall, f1, _ = precision_recall_fscore_support(
        ~answerable, abstained, average="binary", pos_label=True
    )
    return {
        "answerable": answerable.tolist(),
        "abstained": abstained.tolist(),
        "precision": precision,
        "recall": recall,
        "f1": f1,
    }


def confidence():
    claimed = np.round(random.random(100), 6)
    correct = random.random(100) < claimed**1.3
    shares, means = calibration_curve(correct, claimed, n_bins=10, strategy="quantile")
    order = np.argsort(-claimed)
    risks = np.cumsum(~correct[order]) / np.arange(1, 101)
    within = np.nonzero(risks <= 0.05)[0]
    return {
        "claimed": claimed.tolist(),
        "correct": correct.tolist(),
        "calibrationError": float(np.mean(np.abs(shares - means))),
        "riskCoverageArea": float(np.mean(risks)),
        "coverageAt5": float((within[-1] + 1) / 100 if len(within) else 0),
        "areaUnderCurve": roc_auc_score(correct, claimed),
    }


def rankings():
    cases = []
    for _ in range(12):
        grades = random.choice([0, 0, 0, 0, 1, 2, 3], 40)
        if grades.max() == 0:
            grades[3] = 1
        scores = random.permutation(40).astype(float)
        best = np.argsort(-scores)
        single = np.zeros(40, int)
        single[random.integers(0, 40)] = 1
        cases.append(
            {
                "grades": grades.tolist(),
                "ranking": best.tolist(),
                "ndcg10": ndcg_score([grades], [scores], k=10),
                "single": int(single.argmax()),
                # With one relevant document, average precision is the reciprocal rank.
                "reciprocalRank": label_ranking_average_precision_score([single], [scores]),
                "recall10": float((grades[best[:10]] > 0).sum() / (grades > 0).sum()),
            }
        )
    return cases


def statistics():
    values = random.random(200) ** 2
    paired = values + random.normal(0.03, 0.1, 200)
    kwargs = {"n_resamples": 9999, "method": "percentile", "random_state": 7}
    mean = bootstrap((values,), np.mean, **kwargs).confidence_interval
    gain = bootstrap((paired - values,), np.mean, **kwargs).confidence_interval
    chances = [0.001, 0.04, 0.03, 0.2, 0.9, 0.011]
    flips = [(0, 0), (1, 0), (5, 1), (12, 3), (20, 22), (0, 9)]
    return {
        "values": values.tolist(),
        "paired": paired.tolist(),
        "interval": [mean.low, mean.high],
        "pairedInterval": [gain.low, gain.high],
        "percentiles": {str(p): float(np.percentile(values, p, method="inverted_cdf")) for p in (50, 95, 99)},
        "flips": [[lost, won, float(mcnemar([[0, lost], [won, 0]], exact=True).pvalue)] for lost, won in flips],
        "wilson": [[k, n, *map(float, proportion_confint(k, n, method="wilson"))] for k, n in [(0, 3), (3, 3), (7, 20), (219, 335)]],
        "chances": chances,
        "holm": multipletests(chances, method="holm")[1].tolist(),
    }


def short_answers():
    pairs = [
        ("the Harbour Office", ["Harbour Office"]),
        ("14 workers", ["14", "14 workers"]),
        ("in June of 1923", ["11 June 1923"]),
        ("Ruth Dowsing", ["Captain Ruth Dowsing", "Dowsing"]),
        ("wheat and barley and wheat", ["wheat and barley"]),
        ("nothing at all", ["something else"]),
        ("A mill!", ["the mill"]),
    ]
    return [
        {"given": given, "answers": answers, "exact": squad.exact(given, answers), "f1": squad.f1(given, answers)}
        for given, answers in pairs
    ]


print(
    json.dumps(
        {
            "abstention": abstention(),
            "confidence": confidence(),
            "rankings": rankings(),
            "statistics": statistics(),
            "shortAnswers": short_answers(),
        },
        indent=1,
    )
)

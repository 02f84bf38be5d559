/**
 * From pairs of truth and prediction to figures: {@link ConfusionMatrix},
 * {@link Figures}, {@link EvaluationResult}. Pure functions and immutable
 * values that know no file and no engine; averages and their 0/0 rule are those
 * of scikit-learn.
 */

package io.github.cnnclassifier.evaluation;

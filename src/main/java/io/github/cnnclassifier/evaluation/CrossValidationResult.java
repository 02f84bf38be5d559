
package io.github.cnnclassifier.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

import io.github.cnnclassifier.model.ClassLabels;

/**
 * How good training on a data set is, judged by images that were held out in
 * turn. Immutable; the figures are computed once, on construction.
 */
public final class CrossValidationResult {

	/**
	 * What came of one fold.
	 *
	 * @param repeat 1-based
	 * @param fold 1-based
	 * @param figures of the images that it held out
	 */
	public record FoldFigures(int repeat, int fold, Figures figures) {
	}

	private final EvaluationResult pooled;
	private final GroupBootstrap intervals;
	private final List<FoldFigures> folds;

	/**
	 * @param labels of all folds
	 * @param predictions at least one, each with one probability per class;
	 *          copied
	 * @throws IllegalArgumentException if there is no prediction, or one has
	 *           another number of classes
	 */
	public CrossValidationResult(final ClassLabels labels,
		final List<HeldOutPrediction> predictions)
	{
		final EvaluationResult all = new EvaluationResult(labels, predictions
			.stream().map(HeldOutPrediction::labeled).toList());
		intervals = GroupBootstrap.of(labels.size(), predictions);
		pooled = all.within(intervals.accuracy(), predictions.stream().map(
			HeldOutPrediction::unit).toList());
		final Map<List<Integer>, List<LabeledPrediction>> byFold = new TreeMap<>((a,
			b) -> a.get(0).equals(b.get(0)) ? a.get(1).compareTo(b.get(1)) : a.get(0)
				.compareTo(b.get(0)));
		predictions.forEach(p -> byFold.computeIfAbsent(List.of(p.repeat(), p
			.fold()), unused -> new ArrayList<>()).add(p.labeled()));
		folds = byFold.entrySet().stream().map(e -> new FoldFigures(e.getKey().get(
			0), e.getKey().get(1), new EvaluationResult(labels, e.getValue())
				.figures())).toList();
	}

	/**
	 * @return all predictions together, with an interval of the accuracy that
	 *         knows of groups and repeats
	 */
	public EvaluationResult pooled() {
		return pooled;
	}

	/** @return where the figures of all predictions together lie, at 95 % */
	public GroupBootstrap intervals() {
		return intervals;
	}

	/** @return the folds that have predictions, repeat by repeat */
	public List<FoldFigures> folds() {
		return folds;
	}

	/** @return the share of right predictions, over the folds */
	public Spread accuracy() {
		return spread(Figures::accuracy);
	}

	/** @return the mean recall, over the folds */
	public Spread balancedAccuracy() {
		return spread(Figures::balancedAccuracy);
	}

	/** @return the mean F1 of the classes, over the folds */
	public Spread macroF1() {
		return spread(figures -> figures.macro().f1());
	}

	private Spread spread(final ToDoubleFunction<Figures> figure) {
		return Spread.of(folds.stream().map(FoldFigures::figures).mapToDouble(
			figure).toArray());
	}
}


package io.github.cnnclassifier.workflow.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import io.github.cnnclassifier.evaluation.ClassFigures;
import io.github.cnnclassifier.evaluation.Figures;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.training.EpochFacts;
import io.github.cnnclassifier.training.TimeLeft;
import io.github.cnnclassifier.training.ValidationAnswers;

/**
 * How a training has gone so far: all that is shown of it. Immutable.
 *
 * @param epochs that have ended, in order
 * @param mostEpochs of the run; 0 if nobody knows yet
 * @param secondsLeft if the run goes to its end; empty if nobody can tell
 * @param examples images that are right and wrong now; empty if nobody knows
 * @param alerts what a person should know
 */
public record LearningCourse(List<EpochSummary> epochs, int mostEpochs,
		OptionalDouble secondsLeft, Optional<LearningExamples> examples,
		List<LearningAlerts.Alert> alerts)
{

	/** Before anything is known. */
	public static final LearningCourse NONE = new LearningCourse(List.of(), 0,
		OptionalDouble.empty(), Optional.empty(), List.of());

	/** Copies the lists. */
	public LearningCourse {
		epochs = List.copyOf(epochs);
		alerts = List.copyOf(alerts);
	}

	/**
	 * @param toTell before the first epoch
	 * @return the same, with these alerts
	 */
	LearningCourse with(final List<LearningAlerts.Alert> toTell) {
		return new LearningCourse(epochs, mostEpochs, secondsLeft, examples,
			toTell);
	}

	/** @return the same, without images, which need much memory */
	LearningCourse withoutExamples() {
		return new LearningCourse(epochs, mostEpochs, secondsLeft, Optional.empty(),
			alerts);
	}

	/**
	 * @param facts of the next epoch
	 * @param before what was said of the validation images before it; empty if
	 *          nobody knows
	 * @param ofImages what was told of the images when it began
	 * @return how it has gone then
	 */
	LearningCourse after(final EpochFacts facts,
		final Optional<ValidationAnswers> before,
		final List<LearningAlerts.Alert> ofImages)
	{
		final List<EpochSummary> all = new ArrayList<>(epochs);
		all.add(EpochSummary.of(facts));
		final List<LearningAlerts.Alert> toTell = new ArrayList<>(LearningAlerts
			.ofEpochs(all, facts.epochs()));
		toTell.addAll(ofImages);
		return new LearningCourse(all, Math.max(mostEpochs, facts.epochs()), facts
			.secondsLeft(), facts.answers().map(now -> LearningExamples.of(now,
				before)), toTell);
	}

	/** @return the epoch that ended last; empty before the first */
	public Optional<EpochSummary> last() {
		return epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.get(epochs
			.size() - 1));
	}

	/** @return 0-based place of the best epoch so far; -1 if there is none */
	public int best() {
		for (int i = epochs.size() - 1; i >= 0; i--)
			if (epochs.get(i).best()) return i;
		return -1;
	}

	/**
	 * @return how far it is, such as "epoch 18 of at most 60, about 3 min left"
	 */
	public String place() {
		if (epochs.isEmpty()) return "no epoch has ended yet";
		final EpochSummary last = epochs.get(epochs.size() - 1);
		if (last.isHead()) return "a new last layer is ready";
		return "epoch " + last.figures().epoch() + " of at most " + mostEpochs +
			left();
	}

	private String left() {
		if (secondsLeft.isEmpty() || secondsLeft.getAsDouble() <= 0) return "";
		final String left = TimeLeft.of(secondsLeft.getAsDouble());
		return left.isEmpty() ? ", less than a minute left" : left;
	}

	/**
	 * @return how good it is now, such as "Right on images not learned from: 87 %
	 *         (guessing: 60 %)"
	 */
	public String accuracy() {
		final Optional<EpochSummary> last = last();
		if (last.isEmpty())
			return "Right on images not learned from: not known yet";
		final EpochFigures figures = last.get().figures();
		if (Double.isNaN(figures.validationAccuracy()))
			return "There are no images that are not learned from";
		return String.format(Locale.ROOT,
			"Right on images not learned from: %.0f %%%s", 100 * figures
				.validationAccuracy(), last.get().validation().map(Figures::guessing)
					.map(g -> String.format(Locale.ROOT, " (guessing: %.0f %%)", 100 * g))
					.orElse(""));
	}

	/**
	 * @return the best epoch in words, such as "Best epoch so far: 15 (84 %,
	 *         lowest loss)"; empty if there is none
	 */
	public String bestWords() {
		final int best = best();
		if (best < 0) return "";
		final EpochSummary epoch = epochs.get(best);
		return (epoch.isHead() ? "Best so far: the new last layer"
			: "Best epoch so far: " + epoch.figures().epoch()) + (Double.isNaN(epoch
				.figures().validationAccuracy()) ? "" : String.format(Locale.ROOT,
					" (%.0f %%%s)", 100 * epoch.figures().validationAccuracy(),
					hasLowestLoss(epoch) ? ", lowest loss" : ""));
	}

	/** Else a person wonders why an epoch that is more often right is not it. */
	private boolean hasLowestLoss(final EpochSummary epoch) {
		return epochs.stream().allMatch(other -> other == epoch || other.figures()
			.validationLoss() > epoch.figures().validationLoss());
	}

	/** @return of the last step, such as "Learning rate: 0.0013"; may be empty */
	public String learningRate() {
		return last().filter(e -> !e.isHead()).map(e -> String.format(Locale.ROOT,
			"Learning rate: %.2g", e.figures().learningRate())).orElse("");
	}

	/** @return each class with its images that were found; empty if unknown */
	public List<ClassFigures> classes() {
		return last().map(EpochSummary::classes).orElse(List.of());
	}
}

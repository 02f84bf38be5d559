
package io.github.cnnclassifier.workflow.crossvalidate;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.prepare.TestSet;
import io.github.cnnclassifier.dataset.split.Fold;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.CrossValidationTables.FoldRow;
import io.github.cnnclassifier.report.HeldOutRow;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.workflow.HeldOutImages;
import io.github.cnnclassifier.workflow.PartialRows;
import io.github.cnnclassifier.workflow.Predictions;
import io.github.cnnclassifier.workflow.RunProgress;
import io.github.cnnclassifier.workflow.train.TrainInMemory;
import io.github.cnnclassifier.workflow.train.TrainedClassifier;

/**
 * Trains and predicts fold by fold; one that fails does not keep the others
 * from running.
 */
final class FoldRuns {

	private final DividedImages images;
	private final TrainInMemory training;
	private final FoldTable table;
	private final Progress progress;

	FoldRuns(final DividedImages images, final TrainInMemory training,
		final FoldTable table, final Progress progress)
	{
		this.images = images;
		this.training = training;
		this.table = table;
		this.progress = progress;
	}

	/**
	 * Runs the folds that the table does not have.
	 *
	 * @return all folds
	 * @throws CanceledException if the user stopped; what is finished is in the
	 *           table
	 */
	List<FoldRow> run() throws IOException {
		final List<Fold> all = images.folds().folds();
		final List<Fold> open = all.stream().filter(fold -> !table.isFinished(fold,
			heldOut(fold).answers())).toList();
		if (open.size() < all.size()) progress.message((all.size() - open.size()) +
			" of " + all.size() + " folds were finished before.");
		final long start = System.nanoTime();
		for (int i = 0; i < open.size(); i++) {
			final Fold fold = open.get(i);
			try {
				run(fold, new RunProgress(progress, name(fold), new RunProgress.Work(i,
					1, open.size(), start)));
			}
			catch (final CanceledException e) {
				progress.message("Stopped by the user: " + (all.size() - open.size() +
					i) + " of " + all.size() + " folds are finished and kept; " +
					"resume=true goes on with the others.");
				throw e;
			}
		}
		return all.stream().map(this::row).toList();
	}

	private String name(final Fold fold) {
		final List<Fold> all = images.folds().folds();
		final long ofRepeat = all.stream().filter(f -> f.repeat() == fold.repeat())
			.count();
		final boolean repeated = all.get(all.size() - 1).repeat() > 1;
		return "Fold " + fold.number() + " of " + ofRepeat + (repeated
			? " of repeat " + fold.repeat() : "") + (fold.group().isEmpty() ? ""
				: " without '" + fold.group() + "'");
	}

	private HeldOutImages heldOut(final Fold fold) {
		return new HeldOutImages(fold.heldOut(images.survey().samples()), images
			.stacks());
	}

	private void run(final Fold fold, final Progress shown) throws IOException {
		try {
			table.add(predicted(fold, shown));
		}
		catch (final UserFailure e) {
			addFailed(fold, e.getMessage(), shown);
		}
		// its network is gone by then, and another fold may be smaller
		catch (final OutOfMemoryError e) {
			addFailed(fold, "The memory is too small for this: " + e.getMessage(),
				shown);
		}
	}

	private void addFailed(final Fold fold, final String reason,
		final Progress shown) throws IOException
	{
		shown.message("Failed, and the other folds go on: " + reason);
		table.add(failed(fold, reason));
	}

	/** What is trained is given nothing of the images that are held out. */
	private List<HeldOutRow> predicted(final Fold fold, final Progress shown)
		throws IOException
	{
		final List<SurveyedSample> samples = images.survey().samples();
		try (TrainedClassifier trained = training.train(images.survey().among(fold
			.learned(samples)), images.grouping(), fold.learning(), fold
				.trainingSeed(), fold.viewSeed(), new TrainingListener()
		{}, shown)) {
			final HeldOutImages heldOut = heldOut(fold);
			final List<String> labels = images.survey().images().labels();
			final TestSet test = new TestSet(SampleList.of(heldOut.samples(), labels,
				trained.classifier().preprocessing(), 0));
			final Predictions predictions = Predictions.of(trained.classifier(), test
				.samples(), images.stacks(), shown);
			shown.message(String.format(Locale.ROOT,
				"Right on %d images that were held out: %.0f %%.", predictions.result()
					.figures().n(), 100 * predictions.result().figures().accuracy()));
			return heldOut.rows(new PartialRows.Part(fold.repeat(), fold.number()),
				predictions, labels, groups(heldOut));
		}
	}

	private List<HeldOutRow> failed(final Fold fold, final String reason) {
		final HeldOutImages heldOut = heldOut(fold);
		final Map<String, String> groups = groups(heldOut);
		final Map<String, String> labels = heldOut.byAnswer(s -> s.sample()
			.label());
		return heldOut.answers().stream().map(name -> new HeldOutRow(name, groups
			.get(name), fold.repeat(), fold.number(), labels.get(name), Optional
				.empty(), reason)).toList();
	}

	private Map<String, String> groups(final HeldOutImages heldOut) {
		return heldOut.byAnswer(images.folds()::groupOf);
	}

	private FoldRow row(final Fold fold) {
		final List<HeldOutRow> rows = table.rows(fold);
		final boolean failed = rows.stream().allMatch(row -> row.prediction()
			.isEmpty());
		return new FoldRow(fold.repeat(), fold.number(), fold.group(), rows.size(),
			failed ? rows.get(0).error() : "");
	}
}

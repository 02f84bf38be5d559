
package io.github.cnnclassifier.workflow.crossvalidate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.cnnclassifier.dataset.prepare.ImageCache;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.dataset.split.Fold;
import io.github.cnnclassifier.dataset.split.FoldRule;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.evaluation.CrossValidationResult;
import io.github.cnnclassifier.evaluation.LikelyWrongLabel;
import io.github.cnnclassifier.failure.ExistingFile;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.CrossValidationFiles;
import io.github.cnnclassifier.report.CrossValidationTables.FoldRow;
import io.github.cnnclassifier.report.EvaluationFiles;
import io.github.cnnclassifier.report.HeldOutCsv;
import io.github.cnnclassifier.report.HeldOutRow;
import io.github.cnnclassifier.storage.OutputClaim;
import io.github.cnnclassifier.workflow.Existing;
import io.github.cnnclassifier.workflow.RunSettings;
import io.github.cnnclassifier.workflow.Tools;
import io.github.cnnclassifier.workflow.train.GroupQuestion;
import io.github.cnnclassifier.workflow.train.Recipe;
import io.github.cnnclassifier.workflow.train.TrainInMemory;

/**
 * Trains again and again, each time without some of the images, and predicts
 * these: each image is predicted by a network that does not know it.
 */
public final class CrossValidate {

	/**
	 * What is asked for.
	 *
	 * @param images labeled images; those that the data set declares for the test
	 *          are left out
	 * @param exclude classes to leave out
	 * @param groups which images belong together
	 * @param allowLeak whether they may be divided where there is no other way
	 * @param folds how many folds
	 * @param planes what becomes of stacks; not the current plane
	 * @param recipe how to train, in each fold
	 * @param output folder for tables and report
	 * @param existing what becomes of an earlier run in that folder
	 * @param model the file for a model of all images at the end; empty for none
	 * @param cacheFolder for resized images that the memory cannot hold; empty
	 *          for Java's folder for temporary files
	 * @param corrections whether a list of corrections beside the images counts
	 */
	public record Request(Path images, Set<String> exclude, GroupingRule groups,
			boolean allowLeak, FoldRule folds, PlanePolicy planes, Recipe recipe,
			Path output, Existing existing, Optional<Path> model,
			Optional<Path> cacheFolder, CorrectionUse corrections)
	{

		/** With the corrections that there are. */
		public Request(final Path images, final Set<String> exclude,
			final GroupingRule groups, final boolean allowLeak, final FoldRule folds,
			final PlanePolicy planes, final Recipe recipe, final Path output,
			final Existing existing, final Optional<Path> model,
			final Optional<Path> cacheFolder)
		{
			this(images, exclude, groups, allowLeak, folds, planes, recipe, output,
				existing, model, cacheFolder, CorrectionUse.USE);
		}

		/**
		 * @throws WrongUsage if groups shall be left out, and be divided as well
		 */
		public Request {
			if (folds.leavesGroupsOut() && allowLeak) throw new WrongUsage(
				"Expected leaveOneGroupOut=true or allowLeak=true, found both: a group " +
					"that is left out must not be divided. Leave one of them out.");
		}
	}

	/**
	 * What came of it.
	 *
	 * @param figures of the folds that went well, at least one
	 * @param folds all of them, in order
	 * @param leak why the figures are too good, whole sentences; empty if nothing
	 *          that belongs together was divided
	 * @param model of all images; empty if none was wanted
	 * @param failed images that could not be read, or not be predicted although
	 *          their fold went well
	 * @param likelyWrong labels that are worth a look, by rank
	 */
	public record Result(CrossValidationResult figures, List<FoldRow> folds,
			String leak, Optional<Path> model, List<FailedSample> failed,
			List<LikelyWrongLabel> likelyWrong)
	{

		/** @return how many folds have no figures */
		public int failedFolds() {
			return (int) folds.stream().filter(fold -> !fold.error().isEmpty())
				.count();
		}
	}

	private final Tools tools;
	private final GroupQuestion question;
	private final Progress progress;

	/**
	 * @param tools of the host
	 * @param question asked once, and only if groups were guessed
	 * @param progress shows and cancels
	 */
	public CrossValidate(final Tools tools, final GroupQuestion question,
		final Progress progress)
	{
		this.tools = tools;
		this.question = question;
		this.progress = progress;
	}

	/**
	 * Cross-validates. The final files appear when all folds are done; before
	 * that, finished folds are in {@code predictions.csv.partial}.
	 *
	 * @param request what is asked for
	 * @return what came of it
	 * @throws WrongUsage if the request is malformed
	 * @throws UserFailure if images, network and files do not allow it, another
	 *           run is writing the same output, what shall be continued is of
	 *           other images or settings, or no fold could be trained
	 * @throws CanceledException if the user stopped the run; finished folds can
	 *           be continued
	 * @throws IOException if the disk fails; finished folds can be continued
	 */
	public Result run(final Request request) throws IOException {
		requireWritable(request);
		request.cacheFolder().ifPresent(ImageCache::requireWritable);
		final FinalModel model = new FinalModel(tools, request, progress);
		if (request.model().isPresent()) model.requireWritable();
		final TrainInMemory training = new TrainInMemory(tools.engine(), request
			.recipe(), request.cacheFolder());
		try (OutputClaim claim = OutputClaim.of(CrossValidationFiles.predictions(
			request.output())))
		{
			return alone(request, training, model);
		}
	}

	/** What is not of the run that goes on is never replaced unasked. */
	private static void requireWritable(final Request request)
		throws IOException
	{
		final boolean mayReplace = FoldTable.mayReplace(request.output(), request
			.existing());
		try {
			EvaluationFiles.requireWritable(request.output(), mayReplace, request
				.images());
		}
		catch (final ExistingFile e) {
			// to overwrite it would be to start anew
			throw request.existing() == Existing.CONTINUED ? FoldTable.otherReport(
				request.output()) : e;
		}
	}

	private Result alone(final Request request, final TrainInMemory training,
		final FinalModel model) throws IOException
	{
		final DividedImages images = DividedImages.of(request, tools.reader(),
			question, progress);
		final ClassLabels labels = new ClassLabels(images.survey().images()
			.labels());
		final RunSettings settings = FoldSettings.of(request, images);
		final HeldOutCsv csv = new HeldOutCsv(labels);
		final Result result;
		try (FoldTable table = FoldTable.open(request.output(), request.existing(),
			settings, csv))
		{
			final List<FoldRow> folds = new FoldRuns(images, training, table,
				progress).run();
			final List<HeldOutRow> rows = new ArrayList<>();
			for (final Fold fold : images.folds().folds())
				rows.addAll(table.rows(fold));
			images.failed().forEach(failed -> rows.add(new HeldOutRow(failed.name(),
				"", HeldOutRow.NOWHERE, HeldOutRow.NOWHERE, failed.label(), Optional
					.empty(), failed.reason())));
			final FoldReport report = new FoldReport(request, images, labels, rows,
				folds);
			if (table.isReported() && Files.exists(CrossValidationFiles.page(request
				.output()))) progress.message("The report in '" + request.output() +
					"' is finished already and stays as it is.");
			else report.write(csv, settings, tools.engine().description(), progress);
			table.delete();
			result = new Result(report.figures(), folds, images.folds().leak(),
				request.model(), report.failed(), report.likelyWrong());
		}
		if (request.model().isPresent()) model.train(images.grouping(), result
			.figures(), result.leak());
		return result;
	}
}

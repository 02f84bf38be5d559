
package io.github.cnnclassifier.command;

import java.awt.Window;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

import ij.IJ;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.EvaluationVerdict;
import io.github.cnnclassifier.evaluation.ImageChoice;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.imagej.CommandRun;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.EvaluationFiles;
import io.github.cnnclassifier.ui.ModelUse;
import io.github.cnnclassifier.ui.train.ResultActions;
import io.github.cnnclassifier.workflow.EvaluatedImages;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.ModelReport;
import io.github.cnnclassifier.workflow.OpenModel;
import io.github.cnnclassifier.workflow.Spending;
import io.github.cnnclassifier.workflow.Tools;
import io.github.cnnclassifier.workflow.evaluate.EvaluateClassifier;
import io.github.cnnclassifier.workflow.evaluate.EvaluatedPart;
import io.github.cnnclassifier.workflow.train.TrainClassifier;

/**
 * What can be done with a model that was just trained. What takes long is a run
 * like that of a command, one at a time; nothing else waits for it.
 */
final class TrainedModel implements ResultActions {

	/**
	 * Where its images came from.
	 *
	 * @param images labeled ones
	 * @param exclude classes that were left out
	 * @param corrections whether a list of corrections counts
	 * @param planes what became of stacks
	 */
	record Source(Path images, Set<String> exclude, CorrectionUse corrections,
			PlanePolicy planes)
	{

		static Source of(final TrainClassifier.Request request) {
			return new Source(request.images(), request.exclude(), request
				.corrections(), request.planes());
		}
	}

	private final Source source;
	private final TrainClassifier.Result trained;
	private final Supplier<String> again;
	private Predicate<Window> shownIn = window -> false;
	private volatile Optional<EvaluateClassifier.Result> hidden = Optional
		.empty();

	/**
	 * @param source of the images
	 * @param trained what came of the training
	 * @param again begins another training, and says so
	 */
	TrainedModel(final Source source, final TrainClassifier.Result trained,
		final Supplier<String> again)
	{
		this.source = source;
		this.trained = trained;
		this.again = again;
	}

	/**
	 * @param window tells where a person sees the model, so that Escape counts
	 */
	void setShownIn(final Predicate<Window> window) {
		shownIn = window;
	}

	private <T> T run(final String title, final CommandRun.Work<T> work)
		throws IOException
	{
		return CommandRun.inWindow(title, new WindowWork(trained.model()
			.getFileName().toString(), shownIn), work);
	}

	@Override
	public synchronized Judged onHiddenImages() throws IOException {
		final EvaluateClassifier.Result result = hidden.isPresent() ? hidden.get()
			: run("Evaluation on hidden images", this::evaluateHidden);
		return new Judged(Side.TEST, EvaluationVerdict.of(result.measured()
			.orElseThrow(), "hidden", "test"), result.evaluation());
	}

	private EvaluateClassifier.Result evaluateHidden(final Progress progress)
		throws IOException
	{
		if (hidden.isEmpty()) hidden = Optional.of(evaluated(EvaluatedPart.TEST,
			Optional.empty(), progress));
		return hidden.get();
	}

	private EvaluateClassifier.Result evaluated(final EvaluatedPart part,
		final Optional<Path> report, final Progress progress) throws IOException
	{
		return new EvaluateClassifier(CnnClassifier.tools(progress), progress).run(
			new EvaluateClassifier.Request(source.images(), source.exclude(), trained
				.model(), part, InputOverrides.NONE, null, report, false, false, source
					.corrections()));
	}

	/** For what takes a moment alone; messages go to the log. */
	private static Tools tools() {
		return CnnClassifier.tools(new ToLog());
	}

	@Override
	public EvaluatedImages images(final Side side) throws IOException {
		final EvaluationResult result = side == Side.TEST ? hidden.orElseThrow()
			.evaluation() : trained.validation();
		final String title = trained.model().getFileName() + " on " + source
			.images().getFileName() + (side == Side.TEST ? " (test side)"
				: " (validation side)");
		return EvaluatedImages.of(title, result, source.images(), tools().reader(),
			source.planes());
	}

	@Override
	public void showImages(final Side side, final ImageChoice choice)
		throws IOException
	{
		ResultImages.show(images(side), choice, side == Side.TEST ? Spending.HIDDEN
			: Spending.NOTHING, Optional.of(OpenModel.heatMaps(trained.model(),
				InputOverrides.NONE, tools().engine())));
	}

	@Override
	public void showOutOfFold() {
		IJ.doCommand(BrowseCommand.LABEL);
	}

	@Override
	public void use(final ModelUse use) {
		TrainedModels.use(trained.model(), use);
	}

	@Override
	public synchronized String report() throws IOException {
		return run("Report", this::report);
	}

	private String report(final Progress progress) throws IOException {
		String remark = "";
		EvaluatedPart part = EvaluatedPart.TEST;
		try {
			evaluateHidden(progress);
		}
		catch (final UserFailure e) {
			part = EvaluatedPart.VALIDATION;
			remark = " It is on the validation images: " + e.getMessage();
		}
		final Path folder = folder();
		evaluated(part, Optional.of(folder), progress);
		WrittenReport.open(EvaluationFiles.page(folder), progress);
		return "The report is in '" + folder + "'." + remark;
	}

	/** Beside the model, of a name that is not taken. */
	private Path folder() {
		final File model = trained.model().toFile();
		final Path parent = trained.model().toAbsolutePath().getParent();
		final String name = ModelName.stem(model) + " report";
		Path folder = parent.resolve(name);
		for (int i = 2; Files.exists(folder); i++)
			folder = parent.resolve(name + " " + i);
		return folder;
	}

	@Override
	public String methods() {
		final ClassifierDescription description = OpenModel.describe(trained
			.model());
		final Optional<EvaluateClassifier.Result> seen = hidden;
		final EvaluationResult result = seen.map(
			EvaluateClassifier.Result::evaluation).orElseGet(trained::validation);
		final String side = seen.map(EvaluateClassifier.Result::part).orElseGet(
			() -> result.figures().n() + " images: the validation side, which " +
				"weights were not learned from, but which may have chosen among " +
				"epochs and settings");
		return new ModelReport("", source.images(), side, List.of(), List.of())
			.context(description, result, tools().engine().description()).methods();
	}

	@Override
	public String trainAgain() {
		return again.get();
	}
}

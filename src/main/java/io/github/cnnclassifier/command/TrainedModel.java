
package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import ij.IJ;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.EvaluationVerdict;
import io.github.cnnclassifier.evaluation.ImageChoice;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.PlanePolicy;
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

/** What can be done with a model that was just trained; one thing at a time. */
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

	/** Messages go to the log; nobody waits. */
	private static final Progress LOG = new Progress() {

		@Override
		public void update(final double fraction, final String status) {
			// the window says what is being done
		}

		@Override
		public void message(final String line) {
			IJ.log(line);
		}

		@Override
		public boolean isCanceled() {
			return false;
		}
	};

	private final Source source;
	private final TrainClassifier.Result trained;
	private final Supplier<String> again;
	private Optional<EvaluateClassifier.Result> hidden = Optional.empty();

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

	@Override
	public synchronized Judged onHiddenImages() throws IOException {
		if (hidden.isEmpty()) hidden = Optional.of(evaluated(EvaluatedPart.TEST,
			Optional.empty()));
		return new Judged(Side.TEST, EvaluationVerdict.of(hidden.get().measured()
			.orElseThrow(), "hidden", "test"), hidden.get().evaluation());
	}

	private EvaluateClassifier.Result evaluated(final EvaluatedPart part,
		final Optional<Path> report) throws IOException
	{
		return new EvaluateClassifier(tools(), LOG).run(
			new EvaluateClassifier.Request(source.images(), source.exclude(), trained
				.model(), part, InputOverrides.NONE, null, report, false, false, source
					.corrections()));
	}

	private static Tools tools() {
		return CnnClassifier.tools(LOG);
	}

	@Override
	public synchronized EvaluatedImages images(final Side side)
		throws IOException
	{
		final EvaluationResult result = side == Side.TEST ? hidden.orElseThrow()
			.evaluation() : trained.validation();
		final String title = trained.model().getFileName() + " on " + source
			.images().getFileName() + (side == Side.TEST ? " (test side)"
				: " (validation side)");
		return EvaluatedImages.of(title, result, source.images(), tools().reader(),
			source.planes());
	}

	@Override
	public synchronized void showImages(final Side side, final ImageChoice choice)
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
		String remark = "";
		EvaluatedPart part = EvaluatedPart.TEST;
		try {
			onHiddenImages();
		}
		catch (final UserFailure e) {
			part = EvaluatedPart.VALIDATION;
			remark = " It is on the validation images: " + e.getMessage();
		}
		final Path folder = folder();
		evaluated(part, Optional.of(folder));
		WrittenReport.open(EvaluationFiles.page(folder), LOG);
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
	public synchronized String methods() {
		final ClassifierDescription description = OpenModel.describe(trained
			.model());
		final EvaluationResult result = hidden.map(
			EvaluateClassifier.Result::evaluation).orElseGet(trained::validation);
		final String side = hidden.map(EvaluateClassifier.Result::part).orElseGet(
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


package io.github.cnnclassifier.workflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.ImageChoice;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.MappedPicture;
import io.github.cnnclassifier.report.MapsByName;
import io.github.cnnclassifier.report.PredictionTable;

/** The images behind the numbers of an evaluation that was written to disk. */
public final class BrowseResults {

	/**
	 * What is asked for.
	 *
	 * @param predictions the table that an evaluation or cross-validation has
	 *          written
	 * @param images the labeled images that it was of
	 * @param planes what became of stacks
	 * @param actual only images of this class; empty for any
	 * @param predicted only images that were taken for this class; empty for any
	 * @param model the model file or the name of a shipped model, to show what
	 *          the network looked at; empty if nobody wants to know
	 */
	public record Request(Path predictions, Path images, PlanePolicy planes,
			String actual, String predicted, Optional<Path> model)
	{
	}

	/**
	 * What came of it.
	 *
	 * @param images all of the table
	 * @param choice the ones that were asked for
	 * @param spending what it costs to correct these images, as far as the table
	 *          tells
	 * @param failed rows of the table without a prediction
	 * @param map draws what the network looked at, by the classes of the table;
	 *          owned by the caller; empty without a model
	 */
	public record Result(EvaluatedImages images, ImageChoice choice,
			Spending spending, int failed, Optional<MappedPicture> map)
	{
	}

	private final Tools tools;
	private final Progress progress;

	/**
	 * @param tools of the host
	 * @param progress is told
	 */
	public BrowseResults(final Tools tools, final Progress progress) {
		this.tools = tools;
		this.progress = progress;
	}

	/**
	 * Reads the table and looks for its images.
	 *
	 * @param request what is asked for
	 * @return what came of it
	 * @throws WrongUsage if there is no such class
	 * @throws UserFailure if it is no such table, there are no images, not a
	 *           single image of the table is there, or the model knows other
	 *           classes
	 * @throws IOException if the table cannot be read
	 */
	public Result run(final Request request) throws IOException {
		progress.update(Double.NaN, "Reading predictions");
		final PredictionTable read = PredictionTable.readLabeled(request
			.predictions());
		final EvaluationResult result = read.result();
		final Optional<MappedPicture> map = request.model().map(model -> map(model,
			request.predictions(), result.labels()));
		final Path table = request.predictions().toAbsolutePath().normalize();
		final Path folder = table.getParent().getFileName();
		final EvaluatedImages images = EvaluatedImages.of((folder == null ? "/"
			: folder + "/") + table.getFileName() + read.side().map(side -> " (" +
				side + ")").orElse(""), result, request.images(), tools.reader(),
			request.planes());
		final int all = result.predictions().size();
		if (images.missing() == all) throw new UserFailure("None of the " + all +
			" images of '" + request.predictions() + "' is in '" + request.images() +
			"'; the first one is '" + result.predictions().get(0).name() +
			"'. Name the images that were evaluated.");
		if (images.missing() > 0) progress.message("Warning: " + images.missing() +
			" of the " + all + " images of the table are not in '" + request
				.images() + "' any more.");
		return new Result(images, images.choice(request.actual(), request
			.predicted()), Spending.of(read.side()), read.failed(), map);
	}

	/** The model may have the classes of the table in another order. */
	private MappedPicture map(final Path model, final Path table,
		final ClassLabels labels)
	{
		return new MapsByName(OpenModel.heatMaps(model, InputOverrides.NONE, tools
			.engine()), PredictingModel.requireClasses(model, table, labels), labels);
	}
}

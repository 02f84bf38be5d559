
package io.github.cnnclassifier.workflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.archive.SavedClassifier;
import io.github.cnnclassifier.dataset.StackFiles;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.inference.AveragingSink;
import io.github.cnnclassifier.inference.BatchRun;
import io.github.cnnclassifier.inference.Classifier;
import io.github.cnnclassifier.inference.ResultSink;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.PredictionCsv;
import io.github.cnnclassifier.storage.Outputs;

/** What a model says of every image in a folder, as a table. */
public final class ClassifyFolder {

	/**
	 * What is asked for.
	 *
	 * @param images folder, searched with its sub-folders
	 * @param model the model file or the name of a shipped model
	 * @param input how the images are mapped onto what the model expects
	 * @param planes what becomes of stacks; null for what the model says
	 * @param output the CSV file to write
	 * @param overwrite whether an existing file may be replaced
	 */
	public record Request(Path images, Path model, InputWishes input,
			PlanePolicy planes, Path output, boolean overwrite)
	{
	}

	/**
	 * What came of it.
	 *
	 * @param counts answers per predicted class, in the order of the labels
	 * @param failed number of images or planes without a prediction
	 */
	public record Result(Map<String, Integer> counts, int failed) {

		/** @return the number of answers: images, planes or stacks */
		public int classified() {
			return counts.values().stream().mapToInt(Integer::intValue).sum();
		}
	}

	private final Tools tools;
	private final Progress progress;

	/**
	 * @param tools of the host
	 * @param progress shows and cancels
	 */
	public ClassifyFolder(final Tools tools, final Progress progress) {
		this.tools = tools;
		this.progress = progress;
	}

	/**
	 * Classifies. The table appears when the run is over.
	 *
	 * @param request what is asked for
	 * @return what came of it
	 * @throws UserFailure if folder, model and output do not allow it
	 * @throws CanceledException if the user stopped the run; no table is left
	 * @throws IOException if the table cannot be written
	 */
	public Result run(final Request request) throws IOException {
		Outputs.requireWritableFile(request.output(), request.overwrite());
		final ImageFolder folder = ImageFolder.scan(request.images(), tools
			.reader());
		final SavedClassifier saved = OpenModel.read(request.model(), tools
			.engine());
		final PlanePolicy planes = PlaneChoice.forFiles(request.planes(), saved
			.description().planes());
		if (folder.leftOut() > 0) progress.message("Left out " + folder.leftOut() +
			" files that are hidden or not named like an image.");
		progress.message("Classifying " + folder.files().size() + " images.");
		try (Classifier classifier = OpenModel.classifier(saved, request.input()
			.appliedTo(saved.description()), tools.engine());
				PredictionCsv csv = PredictionCsv.create(request.output(), classifier
					.labels()))
		{
			final Table table = new Table(csv, classifier.labels());
			final List<FileInput> inputs = folder.inputs(new StackFiles(tools
				.reader(), planes), classifier.preprocessing());
			final AveragingSink sink = new AveragingSink(table,
				planes == PlanePolicy.AVERAGE ? i -> inputs.get(i).stack() : i -> null);
			new BatchRun(classifier.predictor(), progress).run(inputs, sink);
			sink.finish();
			csv.finish();
			return new Result(table.counts, table.failed);
		}
	}

	private static final class Table implements ResultSink {

		private final PredictionCsv csv;
		private final ClassLabels labels;
		private final Map<String, Integer> counts = new LinkedHashMap<>();
		private int failed;

		Table(final PredictionCsv csv, final ClassLabels labels) {
			this.csv = csv;
			this.labels = labels;
			labels.names().forEach(name -> counts.put(name, 0));
		}

		@Override
		public void classified(final int index, final String name,
			final Prediction prediction) throws IOException
		{
			csv.classified(name, prediction);
			counts.merge(labels.name(prediction.labelIndex()), 1, Integer::sum);
		}

		@Override
		public void failed(final int index, final String name, final String reason)
			throws IOException
		{
			csv.failed(name, reason);
			failed++;
		}
	}
}

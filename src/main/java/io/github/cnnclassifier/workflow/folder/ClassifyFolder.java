
package io.github.cnnclassifier.workflow.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.github.cnnclassifier.dataset.source.StackFiles;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.inference.AveragingSink;
import io.github.cnnclassifier.inference.Classifier;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.FolderFeatureCsv;
import io.github.cnnclassifier.report.PredictionCsv;
import io.github.cnnclassifier.report.PredictionRow;
import io.github.cnnclassifier.storage.Outputs;
import io.github.cnnclassifier.workflow.Existing;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.OpenModel;
import io.github.cnnclassifier.workflow.PlaneChoice;
import io.github.cnnclassifier.workflow.RunSettings;
import io.github.cnnclassifier.workflow.Tools;

/**
 * What a model says of every image in a folder, as a table; if wanted, also as
 * files sorted by class and as labeled copies.
 */
public final class ClassifyFolder {

	/**
	 * What is asked for.
	 *
	 * @param images folder, searched with its sub-folders
	 * @param filter which of its images
	 * @param model the model file or the name of a shipped model
	 * @param input how the images are mapped onto what the model expects
	 * @param planes what becomes of stacks; null for what the model says
	 * @param threshold which answers count
	 * @param output the CSV file to write
	 * @param features the CSV file of the features to write; empty for none
	 * @param existing what becomes of CSV files that an earlier run has left
	 * @param sorting where files are sorted by class; empty for nowhere
	 * @param overlays folder of copies that show the class; empty for none
	 */
	public record Request(Path images, NameFilter filter, Path model,
			InputOverrides input, PlanePolicy planes, Threshold threshold,
			Path output, Optional<Path> features, Existing existing,
			Optional<Sorting> sorting, Optional<Path> overlays)
	{
	}

	/**
	 * What came of it: what stands in the table, with rows of earlier runs that
	 * it continues.
	 *
	 * @param counts answers per class, in the order of the labels
	 * @param unknown number of answers that do not count
	 * @param failed number of images or planes without an answer
	 * @param notSaved number of files that could not be sorted or labeled
	 */
	public record Result(Map<String, Integer> counts, int unknown, int failed,
			int notSaved)
	{

		/** @return the number of answers, known or not: images, planes or stacks */
		public int classified() {
			return unknown + counts.values().stream().mapToInt(Integer::intValue)
				.sum();
		}
	}

	private final Tools tools;
	private final LabeledCopies copies;
	private final Progress progress;

	/**
	 * @param tools of the host
	 * @param copies writes labeled copies
	 * @param progress shows and cancels
	 */
	public ClassifyFolder(final Tools tools, final LabeledCopies copies,
		final Progress progress)
	{
		this.tools = tools;
		this.copies = copies;
		this.progress = progress;
	}

	/**
	 * Classifies. The tables appear when all is classified; before that their
	 * rows are in {@code OUTPUT.partial} and {@code FEATURES.partial}. Files are
	 * sorted and labeled at the end.
	 *
	 * @param request what is asked for
	 * @return what came of it
	 * @throws UserFailure if folder, model and output do not allow it
	 * @throws CanceledException if the user stopped the run; finished rows can be
	 *           continued
	 * @throws IOException if the table cannot be written; finished rows can be
	 *           continued
	 */
	public Result run(final Request request) throws IOException {
		requireUsable(request);
		final ImageFolder folder = ImageFolder.scan(request.images(), request
			.filter(), tools.reader());
		tell(folder);
		final SavedClassifier saved = OpenModel.read(request.model(), tools
			.engine());
		final Preprocessing preprocessing = request.input().appliedTo(saved
			.description());
		final PlanePolicy planes = PlaneChoice.forFiles(request.planes(), saved
			.description().planes());
		final Threshold threshold = threshold(request, saved);
		final PredictionCsv csv = new PredictionCsv(saved.description().labels(),
			threshold);
		final FileRemarks remarks = new FileRemarks();
		final List<FileInput> inputs = folder.inputs(new StackFiles(tools.reader(),
			planes), remarks, progress);
		if (request.sorting().isPresent() && planes == PlanePolicy.EACH)
			requireSingle(inputs);
		try (FolderTable table = open(request, saved, planes, csv)) {
			for (final Map.Entry<String, String> missing : folder.unreadable()
				.entrySet())
				table.missing(missing.getKey(), missing.getValue());
			classify(saved, preprocessing, inputs, planes == PlanePolicy.AVERAGE,
				table);
			table.finish();
			remarks.tell(progress);
			final int notSaved = saveFiles(request, saved, csv, table);
			return result(saved.description().labels(), table, notSaved);
		}
	}

	private static Threshold threshold(final Request request,
		final SavedClassifier saved)
	{
		return request.threshold().forModel(saved.description().labels(), saved
			.unlike().isPresent());
	}

	private FolderTable open(final Request request, final SavedClassifier saved,
		final PlanePolicy planes, final PredictionCsv csv) throws IOException
	{
		final RunSettings settings = FolderSettings.of(request, saved, planes);
		final GrowingTable table = GrowingTable.open(request.output(), request
			.existing(), settings, new PredictionFormat(csv), progress);
		boolean opened = false;
		try {
			final FolderTable both = new FolderTable(table, csv, features(request,
				saved, settings));
			opened = true;
			return both;
		}
		finally {
			if (!opened) table.close();
		}
	}

	private Optional<FolderTable.Features> features(final Request request,
		final SavedClassifier saved, final RunSettings settings) throws IOException
	{
		if (request.features().isEmpty()) return Optional.empty();
		final FolderFeatureCsv csv = new FolderFeatureCsv(saved.description()
			.labels(), threshold(request, saved), NetworkPlan.of(saved.networkSpec())
				.featureCount());
		return Optional.of(new FolderTable.Features(GrowingTable.open(request
			.features().get(), request.existing(), settings, new FeatureFormat(csv),
			progress), csv));
	}

	private void requireUsable(final Request request) throws IOException {
		requireNoInput(request, "output", request.output());
		GrowingTable.requireUsable(request.output(), request.existing());
		if (request.features().isPresent()) requireUsableFeatures(request, request
			.features().get());
		if (request.sorting().isPresent()) FolderFiles.requireUsable("sortInto",
			request.sorting().get().folder(), request.images(), request.existing());
		if (request.overlays().isPresent()) FolderFiles.requireUsable(
			"overlayFolder", request.overlays().get(), request.images(), request
				.existing());
		if (request.sorting().map(Sorting::folder).equals(request.overlays()) &&
			request.overlays().isPresent()) throw new WrongUsage(
				"Expected different folders for sortInto and overlayFolder, found '" +
					request.overlays().get() + "' for both.");
	}

	private void requireUsableFeatures(final Request request, final Path features)
		throws IOException
	{
		requireNoInput(request, "features", features);
		for (final Path a : GrowingTable.files(request.output())) {
			for (final Path b : GrowingTable.files(features)) {
				if (Outputs.isSame(a, b)) throw new WrongUsage(
					"Expected different files for output and features, found '" + request
						.output() + "' and '" + features + "', which would both need '" +
						a + "'. Rename one of them.");
			}
		}
		GrowingTable.requireUsable(features, request.existing());
	}

	/** A table may be overwritten, but nothing that is read. */
	private void requireNoInput(final Request request, final String key,
		final Path table) throws IOException
	{
		final Path output = table.toAbsolutePath().normalize();
		final boolean image = tools.reader().looksLikeImage(output) && output
			.startsWith(request.images().toAbsolutePath().normalize());
		if (!image && !(Files.exists(output) && Files.exists(request.model()) &&
			Files.isSameFile(output, request.model()))) return;
		throw new WrongUsage("Expected " + key +
			" to be a table to write, found '" + table + "', which is " + (image
				? "named like one of the images" : "the model") +
			". Name a file that ends with .csv.");
	}

	private void tell(final ImageFolder folder) {
		if (folder.leftOut() > 0) progress.message(
			"Left out as hidden or not named like an image: " + folder.leftOut() +
				".");
		if (folder.filtered() > 0) progress.message(
			"Left out by their names, as asked: " + folder.filtered() + ".");
		folder.circles().forEach(link -> progress.message("The link '" + link +
			"' leads back to a folder that it is in, and is not followed."));
		folder.unreadable().forEach((name, reason) -> progress.message("'" + name +
			"': " + reason));
		progress.message("Classifying " + folder.files().size() + " images.");
	}

	/** A file cannot be in the folders of two classes. */
	private static void requireSingle(final List<FileInput> inputs) {
		inputs.stream().filter(input -> input.stack() != null).findFirst()
			.ifPresent(input -> {
				throw new WrongUsage(
					"Expected one answer per file for sortInto, but '" + input.stack() +
						"' has " + input.count() + " planes, each with its " +
						"own answer. Set planes=average, maximum, mean or middle.");
			});
	}

	private void classify(final SavedClassifier saved,
		final Preprocessing preprocessing, final List<FileInput> all,
		final boolean average, final FolderTable table) throws IOException
	{
		final List<FileInput> inputs = all.stream().filter(input -> !table.has(
			average && input.stack() != null ? input.stack() : input.name()))
			.toList();
		if (inputs.isEmpty()) return;
		final long start = System.nanoTime();
		try (Classifier classifier = OpenModel.classifier(saved, preprocessing,
			tools.engine()))
		{
			final AveragingSink sink = new AveragingSink(table, average ? i -> inputs
				.get(i).stack() : i -> null);
			classifier.classify(inputs, sink, progress);
			sink.finish();
		}
		final long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(System
			.nanoTime() - start));
		progress.message("Classified " + inputs.size() + " images in " + (millis +
			500) / 1000 + " s, " + inputs.size() * 1000L / millis + " per second.");
	}

	private int saveFiles(final Request request, final SavedClassifier saved,
		final PredictionCsv csv, final FolderTable table) throws IOException
	{
		if (request.sorting().isEmpty() && request.overlays().isEmpty()) return 0;
		final FolderFiles files = new FolderFiles(request.images(), table.answers(),
			progress);
		int failed = 0;
		if (request.sorting().isPresent()) failed += files.sort(new SortedFiles(
			request.sorting().get(), csv.answers()));
		if (request.overlays().isPresent()) failed += files.label(new LabeledFiles(
			request.overlays().get(), copies, saved.description().labels(), threshold(
				request, saved)));
		return failed;
	}

	private static Result result(final ClassLabels labels,
		final FolderTable table, final int notSaved)
	{
		final Map<String, Integer> counts = new LinkedHashMap<>();
		for (int i = 0; i < labels.size(); i++) {
			counts.put(labels.name(i), table.count(i));
		}
		return new Result(counts, table.count(labels.size()), table.count(
			PredictionRow.FAILED), notSaved);
	}
}

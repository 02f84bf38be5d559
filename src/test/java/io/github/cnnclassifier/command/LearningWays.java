
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.scijava.Context;
import org.scijava.command.CommandService;

import ij.measure.ResultsTable;
import ij.text.TextWindow;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.augment.Augmentations;
import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.launch.Commands;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.progress.CancelWhen;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.storage.Sha256;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.workflow.train.LearnFrom;
import io.github.cnnclassifier.workflow.train.SplitOptions;
import io.github.cnnclassifier.workflow.train.StartChoice;
import io.github.cnnclassifier.workflow.train.TrainClassifier;

/**
 * What learns by menu, macros, scripts and the start script alike: each way
 * begins in a folder of its own, and must leave the same files with the same
 * content there, model files bit for bit.
 */
final class LearningWays {

	/** In values of keys: the folder of a way. */
	private static final String PLACE = "PLACE";
	private static final String MODEL = PLACE + "/my model.zip";
	/** What ends by itself, however fast the machine is. */
	static final Map<String, String> TRIALS = Map.of("minutes", "0", "trials",
		"5");
	/** What the dialog of tuning asks for; the grid is at its end long before. */
	static final Map<String, String> MINUTES = Map.of("minutes", "60.0");
	private static final int IMAGES = 20;
	private static final String EPOCHS = "2";
	private static final int BATCH = 8;
	private static final double RATE = 0.01;
	private static final long SEED = 3;
	/** Files that have the time of day in them. */
	private static final Set<String> DATED = Set.of("rdf.yaml", "README.md");

	/**
	 * A command with its keys, and what must come of it.
	 *
	 * @param keys all that are not left at their defaults; {@link #PLACE} stands
	 *          for the folder of a way
	 * @param given files that are in such a folder before
	 * @param folder of all ways
	 * @param expected of each; null before it is known
	 */
	record Task(Commands command, Map<String, String> keys, List<Path> given,
			Path folder, Made expected)
	{

		/** In a folder of its own, with no rows of others in the tables. */
		Run begin(final String way) throws IOException {
			final Path place = Files.createDirectories(folder.resolve(command.key())
				.resolve(way)).toAbsolutePath();
			for (final Path file : given)
				Files.copy(file, place.resolve(file.getFileName()));
			LearningWays.results();
			final Map<String, String> placed = new LinkedHashMap<>();
			keys.forEach((key, value) -> placed.put(key, value.replace(PLACE, place
				.toString())));
			return new Run(this, placed, place);
		}

		private Task withExpected() throws IOException, InterruptedException,
			ExecutionException
		{
			final Run run = begin("expected");
			final String summary = run.byCommandService();
			final Made made = run.made();
			assertFalse(made.files().isEmpty(), this::toString);
			return new Task(command, keys, given, folder, new Made(made.files(), made
				.table(), run.unplaced(summary)));
		}

		@Override
		public String toString() {
			return command.key();
		}
	}

	/**
	 * What a run has left.
	 *
	 * @param files by their names, with what must be the same in all of them
	 * @param table that macros read, or a person sees
	 * @param summary that scripts get; empty where nobody gets it
	 */
	record Made(Map<String, String> files, String table, String summary) {
	}

	/**
	 * One way of a task.
	 *
	 * @param keys with the folder
	 * @param place the folder
	 */
	record Run(Task task, Map<String, String> keys, Path place) {

		/** As {@link CommandService} of SciJava, for scripts and Java. */
		private String byCommandService() throws InterruptedException,
			ExecutionException
		{
			try (Context context = new Context()) {
				return context.service(CommandService.class).run(task.command()
					.className(), true, Ways.typed(task.command(), keys)).get().getOutput(
						"summary").toString();
			}
		}

		/** A text that does not tell which way it is. */
		String unplaced(final String text) {
			return text.replace(place.toString(), PLACE);
		}

		/** For macros, with defaults left out. */
		String options() {
			return keys.entrySet().stream().map(e -> e.getKey() + "=[" + e
				.getValue() + "]").collect(Collectors.joining(" "));
		}

		/** For the start script. */
		String[] words() {
			return Stream.concat(Stream.of(task.command().key()), keys.entrySet()
				.stream().map(e -> e.getKey() + "=" + e.getValue())).toArray(
					String[]::new);
		}

		/** As the recorder writes it, with every key. */
		String recordedLine() {
			return Ways.recordedLine(task.command(), keys);
		}

		/** What there is now; its rows are taken away. */
		Made made() throws IOException {
			return new Made(files(), results(), "");
		}

		/** Files and table. */
		void check() throws IOException {
			final Made made = made();
			assertEquals(lines(task.expected().files()), lines(made.files()));
			assertEquals(task.expected().table(), made.table());
		}

		/** Where a window shows more than the table. */
		void checkFiles() throws IOException {
			assertEquals(lines(task.expected().files()), lines(made().files()));
		}

		private Map<String, String> files() throws IOException {
			final Map<String, String> files = new TreeMap<>();
			try (Stream<Path> all = Files.walk(place)) {
				for (final Path file : all.filter(Files::isRegularFile).toList())
					files.put(place.relativize(file).toString().replace('\\', '/'),
						unplaced(content(file)));
			}
			return files;
		}

		private static String lines(final Map<String, String> files) {
			return files.entrySet().stream().map(e -> "--- " + e.getKey() + "\n" + e
				.getValue()).collect(Collectors.joining("\n"));
		}
	}

	private LearningWays() {}

	/**
	 * Draws images, stops a training, and asks the command service.
	 *
	 * @param folder for all of it
	 * @param budget keys of the search
	 */
	static List<Task> all(final Path folder, final Map<String, String> budget)
		throws IOException, InterruptedException, ExecutionException
	{
		final Path images = TestImages.halves(folder.resolve("my images"), IMAGES,
			1).toAbsolutePath();
		final List<Task> tasks = new ArrayList<>();
		for (final Task task : List.of(train(folder, images), resume(folder,
			images), crossValidate(folder, images), tune(folder, images, budget),
			findLearningRate(folder, images), learningCurve(folder, images)))
			tasks.add(task.withExpected());
		return tasks;
	}

	private static Task train(final Path folder, final Path images) {
		final Map<String, String> keys = learning(images);
		keys.put("model", MODEL);
		return new Task(Commands.TRAIN, keys, List.of(), folder, null);
	}

	/** The same training, stopped behind its first epoch. */
	private static Task resume(final Path folder, final Path images)
		throws IOException
	{
		final Path model = Files.createDirectories(folder.resolve("stopped"))
			.resolve("my model.zip");
		stoppedTraining(images, model);
		return new Task(Commands.RESUME, Map.of("model", MODEL), List.of(model,
			model.resolveSibling("my model.resume")), folder, null);
	}

	private static Task crossValidate(final Path folder, final Path images) {
		final Map<String, String> keys = learning(images);
		keys.put("folds", "2");
		keys.put("output", PLACE + "/my folds");
		keys.put("model", MODEL);
		return new Task(Commands.CROSS_VALIDATE, keys, List.of(), folder, null);
	}

	private static Task tune(final Path folder, final Path images,
		final Map<String, String> budget)
	{
		final Map<String, String> keys = learning(images);
		keys.put("epochs", "1");
		keys.put("space", "learningRate: 0.001, 0.02");
		keys.put("strategy", "grid");
		keys.putAll(budget);
		keys.put("output", PLACE + "/my study");
		keys.put("model", MODEL);
		return new Task(Commands.TUNE, keys, List.of(), folder, null);
	}

	private static Task findLearningRate(final Path folder, final Path images) {
		final Map<String, String> keys = learning(images);
		keys.put("steps", "20");
		keys.put("output", PLACE + "/my rates");
		return new Task(Commands.FIND_LEARNING_RATE, keys, List.of(), folder, null);
	}

	private static Task learningCurve(final Path folder, final Path images) {
		final Map<String, String> keys = learning(images);
		keys.put("epochs", "1");
		keys.put("steps", "2");
		keys.put("repeats", "1");
		keys.put("output", PLACE + "/my curve");
		return new Task(Commands.LEARNING_CURVE, keys, List.of(), folder, null);
	}

	private static Map<String, String> learning(final Path images) {
		return new LinkedHashMap<>(Map.of("images", images.toString(), "start",
			"scratch", "network", "tiny", "epochs", EPOCHS, "batchSize", "" + BATCH,
			"learningRate", "" + RATE, "augmentation", "light", "seed", "" + SEED,
			"exact", "true"));
	}

	/** By Java, in other words than those of the keys. */
	private static void stoppedTraining(final Path images, final Path model)
		throws IOException
	{
		final AtomicBoolean stop = new AtomicBoolean();
		final Progress progress = new CancelWhen(stop::get);
		new TrainClassifier(CnnClassifier.tools(progress), new TrainingListener() {

			@Override
			public void onEpoch(final EpochFigures figures, final boolean better) {
				stop.set(true);
			}
		}, progress).run(new TrainClassifier.Request(images, Set.of(),
			new SplitOptions(GroupingRule.parse(GroupingRule.AUTO), false, Optional
				.empty()), PreprocessingOptions.NONE, PlanePolicy.EACH,
			StartChoice.SCRATCH, "tiny", new TrainingSettings(Integer.parseInt(
				EPOCHS), BATCH, RATE, Augmentations.forTraining("light"), true, SEED),
			LearnFrom.TRAINING, model, false, Optional.empty()));
	}

	private static String content(final Path file) throws IOException {
		final String name = file.getFileName().toString();
		if (name.endsWith(".zip")) return model(file);
		if (name.endsWith(".png")) return Sha256.of(Files.readAllBytes(file));
		// a page tells when it was made
		if (name.endsWith(".html") || name.endsWith(".resume")) return "";
		return text(name, Files.readString(file));
	}

	/** Without the times that it took. */
	private static String text(final String name, final String text) {
		if (name.equals("trials.csv")) return table(text.lines().map(line -> line
			.split(",", -1)).toList());
		if (name.endsWith(".json")) return text.replaceAll("\"seconds\": [^,]*",
			"\"seconds\": ").replaceAll("\\d+ images/s", "images/s");
		return text;
	}

	/** Bit for bit, but for the date. */
	private static String model(final Path file) throws IOException {
		final Map<String, String> parts = new TreeMap<>();
		try (ZipFile zip = new ZipFile(file.toFile())) {
			for (final Enumeration<? extends ZipEntry> entries = zip
				.entries(); entries.hasMoreElements();)
			{
				final ZipEntry entry = entries.nextElement();
				try (InputStream in = zip.getInputStream(entry)) {
					final byte[] bytes = in.readAllBytes();
					if (DATED.contains(entry.getName())) parts.put(entry.getName(), "");
					else if (entry.getName().endsWith(".json")) parts.put(entry.getName(),
						new String(bytes, StandardCharsets.UTF_8).replaceAll(
							"\"date\": \"[^\"]*\"", "\"date\": "));
					else parts.put(entry.getName(), Sha256.of(bytes));
				}
			}
		}
		return parts.toString();
	}

	/**
	 * What a person sees in a window, or else what a macro reads as
	 * getResult(...); none of it is left for the next run.
	 */
	private static String results() {
		final ResultsTable table = OwnTables.windows().stream().filter(
			window -> !window.getTitle().startsWith("Folds of ")).map(
				TextWindow::getResultsTable).findFirst().orElseGet(
					ResultsTable::getResultsTable);
		final String[] headings = table.getHeadings();
		final List<String[]> lines = new ArrayList<>(List.<String[]> of(headings));
		for (int i = 0; i < table.size(); i++) {
			final int row = i;
			lines.add(Stream.of(headings).map(heading -> table.getStringValue(heading,
				row)).toArray(String[]::new));
		}
		table.reset();
		ResultsTable.getResultsTable().reset();
		OwnTables.close();
		return table(lines);
	}

	/** Without the column of times. */
	private static String table(final List<String[]> lines) {
		final List<String> headings = List.of(lines.get(0));
		return lines.stream().map(line -> IntStream.range(0, headings.size())
			.filter(i -> i < line.length && !headings.get(i).equals("seconds"))
			.mapToObj(i -> line[i]).collect(Collectors.joining(","))).collect(
				Collectors.joining("\n"));
	}
}

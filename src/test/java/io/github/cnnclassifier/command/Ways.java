
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.io.RoiDecoder;
import ij.measure.ResultsTable;
import ij.text.TextWindow;
import io.github.cnnclassifier.Answer;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.image.RegionCropping;
import io.github.cnnclassifier.launch.Commands;

/**
 * What is classified by menu, macros, scripts and the start script alike, and
 * the table that must come out: what {@link CnnClassifier} says.
 */
final class Ways {

	/** Batches of other sizes add in another order. */
	private static final double EQUAL = 1e-5;

	/** Tables show 4 decimals. */
	private static final double ROUNDED = 0.5e-4 + EQUAL;

	/**
	 * One run of a command.
	 *
	 * @param image that is open; null for none
	 * @param keys all that are not left at their defaults
	 * @param table what the run has written
	 * @param expected rows
	 */
	record Run(Commands command, Path image, Map<String, String> keys,
			Supplier<List<Row>> table, List<Answer> expected)
	{

		/** For macros, with defaults left out. */
		String options() {
			return keys.entrySet().stream().map(e -> e.getKey() + "=[" + e
				.getValue() + "]").collect(Collectors.joining(" "));
		}

		/** As the recorder writes it, with every key. */
		String recordedLine() {
			return Ways.recordedLine(command, keys);
		}

		/** Whatever the batches, threads and hosts. */
		void check() {
			final List<Row> rows = table.get();
			assertEquals(expected.size(), rows.size(), this::toString);
			for (int i = 0; i < rows.size(); i++)
				check(expected.get(i), rows.get(i));
		}

		private void check(final Answer answer, final Row row) {
			final List<Float> best = answer.probabilities().values().stream().sorted((
				a, b) -> Float.compare(b, a)).toList();
			if (best.get(0) - best.get(1) > EQUAL) assertEquals(answer.className(),
				row.name(), this::toString);
			assertEquals(answer.confidence(), row.confidence(), ROUNDED,
				this::toString);
			assertEquals(answer.probabilities().keySet(), row.probabilities()
				.keySet());
			row.probabilities().forEach((name, p) -> assertEquals(answer.probability(
				name), p, ROUNDED, this::toString));
		}

		@Override
		public String toString() {
			return command.key() + " " + image + " " + options();
		}
	}

	/** One row of a table. */
	record Row(String name, double confidence,
			Map<String, Double> probabilities)
	{
	}

	private final Path folder;

	/** @param folder for the images and tables */
	Ways(final Path folder) {
		this.folder = folder;
	}

	/** Trains two models, writes the images and asks Java. */
	static List<Run> all(final Path folder) throws IOException {
		final Ways ways = new Ways(folder);
		return List.of(ways.digit(), ways.cell(), ways.color(), ways.stack(), ways
			.regions(), ways.map(), ways.folder());
	}

	private Run digit() throws IOException {
		final ImagePlus image = PlainImageJ.digit(3);
		return image("8 bit.tif", image, "digits", Map.of(), c -> List.of(c
			.classify(image)));
	}

	private Run cell() throws IOException {
		final ImagePlus image = PlainImageJ.cell();
		return image("two channels.tif", image, TinyModels.cells().toString(), Map
			.of(), c -> List.of(c.classify(image)));
	}

	private Run color() throws IOException {
		final ImagePlus image = new ImagePlus("", PlainImageJ.digit(5)
			.getProcessor().convertToRGB());
		return image("color.tif", image, TinyModels.digits().toString(), Map.of(
			"channels", "gray"), c -> List.of(c.withChannels("gray").classify(
				image)));
	}

	private Run stack() throws IOException {
		final ImagePlus image = stackOf(1, 8, 9);
		return image("stack.tif", image, TinyModels.digits().toString(), Map.of(
			"planes", "each", "threshold", "0.5"), c -> c.withThreshold(0.5)
				.classifyPlanes(image));
	}

	private Run regions() throws IOException {
		final Path field = PlainImageJ.SAMPLES.resolve("field/field.tif")
			.toAbsolutePath();
		final Path rois = field.resolveSibling("rois.zip");
		final Path table = folder.resolve("my regions.csv");
		final Path model = TinyModels.cells();
		final Map<String, String> keys = keys(model.toString(), Map.of("rois", rois
			.toString(), "margin", "2", "output", table.toString(), "threshold",
			"0.4", "overwrite", "true", "legend", "true"));
		try (CnnClassifier cells = CnnClassifier.open(model)) {
			return new Run(Commands.CLASSIFY_ROIS, field, keys, () -> csv(table),
				cells.withThreshold(0.4).classifyRegions(IJ.openImage(field.toString()),
					rois(rois), new RegionCropping(2, false)));
		}
	}

	private static List<Roi> rois(final Path zip) throws IOException {
		final List<Roi> rois = new ArrayList<>();
		try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in
				.getNextEntry())
				rois.add(RoiDecoder.openFromByteArray(in.readAllBytes()));
		}
		return rois;
	}

	/** Of windows side by side, each pixel has the answer of its window. */
	private Run map() throws IOException {
		final int window = 64;
		final ImagePlus field = IJ.openImage(PlainImageJ.SAMPLES.resolve(
			"field/field.tif").toString());
		field.setRoi(100, 120, 2 * window, 2 * window);
		final ImagePlus part = field.crop("stack");
		part.deleteRoi();
		final Path image = save(folder.resolve("part.tif"), part);
		final List<Roi> windows = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			windows.add(new Roi(i % 2 * window, i / 2 * window, window, window));
		}
		final Path map = folder.resolve("my map.tif");
		final Path probabilities = folder.resolve("my probabilities.tif");
		final Path model = TinyModels.cells();
		final Map<String, String> keys = keys(model.toString(), Map.of("threshold",
			"0.4", "stride", "64", "output", map.toString(), "probabilityFile",
			probabilities.toString(), "overwrite", "true", "overlay", "true"));
		try (CnnClassifier cells = CnnClassifier.open(model)) {
			final List<String> classes = cells.classes();
			return new Run(Commands.MAP_CLASSES, image, keys, () -> windows.stream()
				.map(at -> mapped(map, probabilities, at, classes)).toList(), cells
					.withThreshold(0.4).classifyRegions(part, windows,
						RegionCropping.PLAIN));
		}
	}

	private static Row mapped(final Path map, final Path probabilities,
		final Roi window, final List<String> classes)
	{
		final int x = (int) window.getXBase() + 5;
		final int y = (int) window.getYBase() + 9;
		final int value = IJ.openImage(map.toString()).getProcessor().get(x, y);
		final ImageStack stack = IJ.openImage(probabilities.toString()).getStack();
		final Map<String, Double> p = new LinkedHashMap<>();
		for (int c = 0; c < classes.size(); c++) {
			p.put(classes.get(c), (double) stack.getProcessor(c + 1).getf(x, y));
		}
		return new Row(value > classes.size() ? "unknown" : classes.get(value - 1),
			p.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
			p);
	}

	private Run folder() throws IOException {
		final Path images = Files.createDirectory(folder.resolve("my images"));
		final ImagePlus gray = PlainImageJ.digit(4);
		final ImagePlus deep = new ImagePlus("", PlainImageJ.digit(6).getProcessor()
			.convertToShort(false));
		final ImagePlus stack = stackOf(0, 2);
		save(images.resolve("a.tif"), gray);
		save(images.resolve("b.tif"), deep);
		save(images.resolve("c.tif"), stack);
		final Path table = folder.resolve("my classes.csv");
		final Map<String, String> keys = keys("digits", Map.of("images", images
			.toString(), "output", table.toString(), "planes", "each", "overwrite",
			"true"));
		try (CnnClassifier digits = CnnClassifier.open("digits")) {
			return new Run(Commands.CLASSIFY_FOLDER, null, keys, () -> csv(table),
				Stream.concat(digits.classifyAll(List.of(gray, deep)).stream(), digits
					.classifyPlanes(stack).stream()).toList());
		}
	}

	private Run image(final String name, final ImagePlus image,
		final String model, final Map<String, String> keys,
		final Function<CnnClassifier, List<Answer>> java) throws IOException
	{
		final Path file = save(folder.resolve(name), image);
		try (CnnClassifier classifier = CnnClassifier.open(model)) {
			return new Run(Commands.CLASSIFY_IMAGE, file, keys(model, keys),
				Ways::results, java.apply(classifier));
		}
	}

	private static Map<String, String> keys(final String model,
		final Map<String, String> more)
	{
		final Map<String, String> keys = new LinkedHashMap<>(more);
		keys.put("model", model);
		return keys;
	}

	private static ImagePlus stackOf(final int... digits) {
		final ImageStack stack = new ImageStack();
		for (final int digit : digits)
			stack.addSlice(PlainImageJ.digit(digit).getProcessor());
		return new ImagePlus("", stack);
	}

	private static Path save(final Path file, final ImagePlus image)
		throws IOException
	{
		return Files.write(file, new FileSaver(image).serialize());
	}

	/** Opens an image as all ways do that are not the start script. */
	static ImagePlus open(final Run run) {
		return run.image() == null ? null : IJ.openImage(run.image().toString());
	}

	/**
	 * What a person sees in a window, or else what a macro reads as
	 * getResult(...); none of it is left for the next run.
	 */
	private static List<Row> results() {
		final List<TextWindow> own = OwnTables.windows();
		final ResultsTable table = own.isEmpty() ? ResultsTable.getResultsTable()
			: own.get(0).getResultsTable();
		final List<Row> rows = rows(table);
		// else columns of other models stay
		table.reset();
		OwnTables.close();
		return rows;
	}

	private static List<Row> rows(final ResultsTable table) {
		final List<Row> rows = new ArrayList<>();
		for (int i = 0; i < table.size(); i++) {
			final Map<String, Double> p = new LinkedHashMap<>();
			for (final String column : table.getHeadings()) {
				if (column.startsWith("p_")) p.put(column.substring(2), table.getValue(
					column, i));
			}
			rows.add(new Row(table.getStringValue("class", i), table.getValue(
				"confidence", i), p));
		}
		return rows;
	}

	private static List<Row> csv(final Path file) {
		final List<Row> rows = new ArrayList<>();
		try (Reader in = Files.newBufferedReader(file)) {
			for (final CSVRecord record : CSVFormat.DEFAULT.builder().setHeader()
				.setSkipHeaderRecord(true).get().parse(in))
			{
				final Map<String, Double> p = new LinkedHashMap<>();
				record.toMap().forEach((column, value) -> {
					if (column.startsWith("p_")) p.put(column.substring(2), Double
						.valueOf(value));
				});
				rows.add(new Row(record.get("class"), Double.parseDouble(record.get(
					"confidence")), p));
			}
			Files.delete(file);
			return rows;
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The keys as scripts give them, each of its type, with the open image. */
	static Map<String, Object> inputs(final Run run) {
		final Map<String, Object> inputs = typed(run.command(), run.keys());
		if (run.image() != null) inputs.put("image", open(run));
		return inputs;
	}

	/** The keys as scripts give them, each of its type. */
	static Map<String, Object> typed(final Commands command,
		final Map<String, String> keys)
	{
		final Map<String, Object> inputs = new LinkedHashMap<>();
		try (Context context = new Context(CommandService.class)) {
			final CommandInfo info = context.service(CommandService.class).getCommand(
				command.className());
			keys.forEach((key, text) -> inputs.put(key, typed(info.getInput(key)
				.getType(), text)));
		}
		return inputs;
	}

	private static Object typed(final Class<?> type, final String text) {
		if (type == File.class) return new File(text);
		if (type == boolean.class) return Boolean.valueOf(text);
		if (type == int.class) return Integer.valueOf(text);
		if (type == long.class) return Long.valueOf(text);
		return type == double.class ? Double.valueOf(text) : text;
	}

	/** As the recorder writes it, with every key. */
	static String recordedLine(final Commands command,
		final Map<String, String> keys)
	{
		return "run(\"" + command.label() + "\", \"" + allKeys(command, keys)
			.entrySet().stream().map(e -> e.getKey().toLowerCase(Locale.ROOT) + "=" +
				(e.getValue().contains(" ") ? "[" + e.getValue() + "]" : e.getValue()))
			.collect(Collectors.joining(" ")) + "\");";
	}

	/** How a dialog asks for a key; a name by a list and a text beside it. */
	enum Kind {
			TEXT, CHOICE, BOX, NAME
	}

	/** The keys that a dialog asks for, in its order. */
	static Map<String, Kind> kinds(final Commands command) {
		final Map<String, Kind> kinds = new LinkedHashMap<>();
		try (Context context = new Context(CommandService.class)) {
			for (final ModuleItem<?> item : context.service(CommandService.class)
				.getCommand(command.className()).inputs())
			{
				if (!DocumentedKeysTest.isKey(item) || item
					.getType() == ImagePlus.class || isHidden(item)) continue;
				final boolean choice = ClassifierCommand.TITLE_STYLE.equals(item
					.getWidgetStyle()) || ClassifierCommand.ANY_TITLE_STYLE.equals(item
						.getWidgetStyle()) || item.getChoices() != null && !item
							.getChoices().isEmpty();
				final boolean named = item.get(ClassifierCommand.SUGGESTIONS) != null;
				kinds.put(item.getName(), item.getType() == boolean.class ? Kind.BOX
					: choice ? Kind.CHOICE : named ? Kind.NAME : Kind.TEXT);
			}
		}
		return kinds;
	}

	private static boolean isHidden(final ModuleItem<?> item) {
		return item.getVisibility() == ItemVisibility.INVISIBLE;
	}

	/** Every key in the order of the dialog, at its default if not given. */
	private static Map<String, String> allKeys(final Commands command,
		final Map<String, String> given)
	{
		final Map<String, String> all = new LinkedHashMap<>();
		try (Context context = new Context(CommandService.class)) {
			final CommandInfo info = context.service(CommandService.class).getCommand(
				command.className());
			final Module module = info.createModule();
			for (final ModuleItem<?> item : info.inputs()) {
				final String value = given.getOrDefault(item.getName(), String.valueOf(
					item.getValue(module)));
				// an open image and a file that is not named are not recorded
				final boolean unnamed = item.getType() == File.class && (value.equals(
					"null") || value.equals(""));
				if (DocumentedKeysTest.isKey(item) && !unnamed && item
					.getType() != ImagePlus.class && (!isHidden(item) || given
						.containsKey(item.getName()))) all.put(item.getName(), value);
			}
		}
		catch (final ModuleException e) {
			throw new IllegalStateException(e);
		}
		assertTrue(all.keySet().containsAll(given.keySet()));
		return all;
	}
}

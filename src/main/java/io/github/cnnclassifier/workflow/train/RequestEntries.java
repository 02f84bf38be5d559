
package io.github.cnnclassifier.workflow.train;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.github.cnnclassifier.archive.ShippedModel;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.prepare.RequestedPixelSize;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.dataset.split.SplitFractions;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.Normalization;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.model.Adjustments;
import io.github.cnnclassifier.model.NetworkChoice;
import io.github.cnnclassifier.model.Presets;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.workflow.InputOverrides;

/**
 * What was asked for, by the names of the keys, as it is kept beside a model.
 * The names are permanent. Files are named by their whole path. The groups are
 * those that were used, and a split to keep is not named, since the training
 * knows its own.
 */
final class RequestEntries {

	/** Fingerprint of the model that a training starts from. */
	static final String PARENT = "parent";

	/** By which the list of corrections is known again. */
	static final String CORRECTIONS_LIST = "corrections.list";

	private static final String IMAGES = "images";
	private static final String EXCLUDE = "exclude.";
	private static final String ALLOW_LEAK = "allowLeak";
	private static final String TRAINING_FRACTION = "fraction.training";
	private static final String VALIDATION_FRACTION = "fraction.validation";
	private static final String TEST_FRACTION = "fraction.test";
	private static final String START = "start";
	private static final String UNFREEZE = "unfreeze";
	private static final String NETWORK = "network";
	private static final String KERNEL_SIZE = "kernelSize";
	private static final String FILTERS = "filters";
	private static final String DEPTH = "depth";
	private static final String DROPOUT = "dropout";
	private static final String LEARN_FROM = "learnFrom";
	private static final String SEED = "seed";
	private static final String CACHE_FOLDER = "cacheFolder";
	private static final String WIDTH = "width";
	private static final String HEIGHT = "height";
	private static final String CHANNELS = "channels";
	private static final String RANGE = "range";
	private static final String RESIZE = "resize";
	private static final String PIXEL_SIZE = "pixelSize";
	private static final String NORMALIZATION = "normalization";
	private static final String PLANES = "planes";
	private static final String TRAINING = "training.";
	private static final String MODEL = "model";
	private static final String CORRECTIONS = "corrections";
	private static final String REPORT = "report";
	private static final String NOTE = "note.";
	private static final String NOTED_FIGURE = "figure.";

	private final Map<String, String> entries;

	/** @param entries to read from */
	RequestEntries(final Map<String, String> entries) {
		this.entries = entries;
	}

	static Map<String, String> write(final TrainClassifier.Request request) {
		final Map<String, String> named = new LinkedHashMap<>();
		named.put(IMAGES, whole(request.images()));
		request.exclude().forEach(label -> named.put(EXCLUDE + named.size(),
			label));
		named.put(ALLOW_LEAK, Boolean.toString(request.division().allowLeak()));
		fractions(request.division().fractions(), named);
		final StartChoice start = request.start();
		final boolean isFile = start.kind() == StartChoice.Kind.MODEL &&
			!ShippedModel.isNamed(start.model());
		named.put(START, isFile ? whole(start.model()) : start.toString());
		named.put(UNFREEZE, start.unfreeze().label());
		network(request.network(), named);
		named.put(LEARN_FROM, request.learnFrom().label());
		named.put(SEED, Long.toString(request.training().seed()));
		request.cacheFolder().ifPresent(folder -> named.put(CACHE_FOLDER, whole(
			folder)));
		request.report().ifPresent(folder -> named.put(REPORT, whole(folder)));
		named.put(PLANES, request.planes().label());
		named.put(CORRECTIONS, request.corrections().label());
		input(request.input(), named);
		request.training().entries().forEach((name, value) -> named.put(TRAINING +
			name, value));
		named.put(MODEL, request.model().getFileName().toString());
		request.notes().settings().forEach((name, value) -> named.put(NOTE + name,
			value));
		request.notes().metrics().forEach((name, value) -> named.put(NOTED_FIGURE +
			name, Double.toString(value)));
		return named;
	}

	private static void fractions(final SplitFractions fractions,
		final Map<String, String> named)
	{
		named.put(TRAINING_FRACTION, Double.toString(fractions.training()));
		named.put(VALIDATION_FRACTION, Double.toString(fractions.validation()));
		named.put(TEST_FRACTION, Double.toString(fractions.test()));
	}

	private static void network(final NetworkChoice choice,
		final Map<String, String> named)
	{
		final String network = choice.network();
		named.put(NETWORK, Presets.names().contains(network) ? network : whole(Path
			.of(network)));
		final Adjustments adjustments = choice.adjustments();
		named.put(KERNEL_SIZE, Integer.toString(adjustments.kernelSize()));
		named.put(FILTERS, Integer.toString(adjustments.filters()));
		named.put(DEPTH, Integer.toString(adjustments.depth()));
		named.put(DROPOUT, Double.toString(adjustments.dropout()));
	}

	/** What is left to be chosen is not there. */
	private static void input(final PreprocessingOptions input,
		final Map<String, String> named)
	{
		putIfAny(named, WIDTH, input.width());
		putIfAny(named, HEIGHT, input.height());
		putIfAny(named, CHANNELS, input.channelRule());
		putIfAny(named, RANGE, input.range());
		putIfAny(named, RESIZE, input.resize() == null ? null : input.resize()
			.label());
		putIfAny(named, PIXEL_SIZE, input.pixelSize());
		putIfAny(named, NORMALIZATION, input.normalization());
	}

	private static void putIfAny(final Map<String, String> named,
		final String name, final Object value)
	{
		if (value != null) named.put(name, value.toString());
	}

	private static String whole(final Path path) {
		return path.toAbsolutePath().normalize().toString();
	}

	/**
	 * @param model the file to write
	 * @param groups by which the images were grouped
	 * @return what was asked for; an existing model may be replaced
	 * @throws UserFailure if an entry is missing or not understood, for instance
	 *           as it is of a newer version
	 */
	TrainClassifier.Request read(final Path model, final String groups) {
		try {
			return request(model, groups);
		}
		// the values refuse what is impossible; here it came from a file
		catch (final IllegalArgumentException e) {
			throw new UserFailure(
				"What was asked for in the training is not understood: " + e
					.getMessage() + ".", e);
		}
	}

	/**
	 * @param request another one
	 * @return whether it asks for the same training, wherever the images are; its
	 *         groups, notes and the files to write are not looked at
	 */
	boolean isLike(final TrainClassifier.Request request) {
		return training(entries).equals(training(write(request)));
	}

	private static Map<String, String> training(final Map<String, String> named) {
		final Map<String, String> rest = new TreeMap<>(named);
		rest.putIfAbsent(CORRECTIONS, CorrectionUse.USE.label());
		rest.keySet().removeAll(List.of(IMAGES, CACHE_FOLDER, REPORT, PARENT,
			CORRECTIONS_LIST));
		rest.keySet().removeIf(name -> name.startsWith(NOTE) || name.startsWith(
			NOTED_FIGURE));
		return rest;
	}

	private TrainClassifier.Request request(final Path model,
		final String groups)
	{
		final Set<String> exclude = new TreeSet<>();
		final Map<String, String> training = new LinkedHashMap<>();
		entries.forEach((name, value) -> {
			if (name.startsWith(EXCLUDE)) exclude.add(value);
			if (name.startsWith(TRAINING)) training.put(name.substring(TRAINING
				.length()), value);
		});
		return new TrainClassifier.Request(Path.of(text(IMAGES)), exclude,
			new SplitOptions(GroupingRule.parse(groups), Boolean.parseBoolean(text(
				ALLOW_LEAK)), Optional.empty(), fractions()), input(), PlanePolicy
					.parse(text(PLANES)), StartChoice.parse(text(START)).with(Unfreeze
						.parse(text(UNFREEZE))), network(), TrainingSettings.read(training,
							Long.parseLong(text(SEED))), LearnFrom.parse(text(LEARN_FROM)),
			model, true, Optional.ofNullable(entries.get(CACHE_FOLDER)).map(Path::of),
			corrections(), Optional.ofNullable(entries.get(REPORT)).map(Path::of),
			notes());
	}

	private ModelNotes notes() {
		final Map<String, String> texts = new LinkedHashMap<>();
		final Map<String, Double> figures = new LinkedHashMap<>();
		entries.forEach((name, value) -> {
			if (name.startsWith(NOTE)) texts.put(name.substring(NOTE.length()),
				value);
			if (name.startsWith(NOTED_FIGURE)) figures.put(name.substring(NOTED_FIGURE
				.length()), Double.valueOf(value));
		});
		return new ModelNotes(texts, figures);
	}

	/** Earlier versions knew no corrections, so that there was no list. */
	private CorrectionUse corrections() {
		return CorrectionUse.parse(entries.getOrDefault(CORRECTIONS,
			CorrectionUse.USE.label()));
	}

	/** Earlier versions did not write them where they were those by default. */
	private SplitFractions fractions() {
		return entries.containsKey(TEST_FRACTION) ? new SplitFractions(Double
			.parseDouble(text(TRAINING_FRACTION)), Double.parseDouble(text(
				VALIDATION_FRACTION)), Double.parseDouble(text(TEST_FRACTION)))
			: SplitFractions.DEFAULT;
	}

	private NetworkChoice network() {
		return new NetworkChoice(text(NETWORK), new Adjustments(Integer.parseInt(
			text(KERNEL_SIZE)), Integer.parseInt(text(FILTERS)), Integer.parseInt(
				text(DEPTH)), Double.parseDouble(text(DROPOUT))));
	}

	/**
	 * @return name of the file that the training writes, beside its own file;
	 *         empty if it is not known
	 */
	Optional<String> model() {
		return Optional.ofNullable(entries.get(MODEL));
	}

	private PreprocessingOptions input() {
		return new PreprocessingOptions(pixels(WIDTH), pixels(HEIGHT),
			InputOverrides.parseRule(orAuto(CHANNELS)), InputOverrides.parseRange(
				orAuto(RANGE)), InputOverrides.parseResize(orAuto(RESIZE)),
			RequestedPixelSize.parse(entries.getOrDefault(PIXEL_SIZE, "off")), entries
				.containsKey(NORMALIZATION) ? Normalization.parse(entries.get(
					NORMALIZATION)) : null);
	}

	private Integer pixels(final String name) {
		final String text = entries.get(name);
		return text == null ? null : Integer.valueOf(text);
	}

	private String orAuto(final String name) {
		return entries.getOrDefault(name, InputOverrides.AUTO);
	}

	private String text(final String name) {
		final String text = entries.get(name);
		if (text == null) throw new IllegalArgumentException(name + " is missing");
		return text;
	}
}

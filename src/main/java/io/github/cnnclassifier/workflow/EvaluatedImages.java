
package io.github.cnnclassifier.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.dataset.source.ImagePlace;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.RegionList;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.evaluation.ChosenImages;
import io.github.cnnclassifier.evaluation.ConfidenceHistogram;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.ImageChoice;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.SampleImage;

/**
 * The images behind the numbers of an evaluation. A position is that of a
 * prediction in the result. Immutable and thread-safe.
 */
public final class EvaluatedImages implements NamedImages {

	private final String title;
	private final Path source;
	private final EvaluationResult result;
	private final ChosenImages chosen;
	private final ConfidenceHistogram histogram;
	/** By position: planes of the image, usually one; none if it is gone. */
	private final List<List<Sample>> samples;
	private final Optional<RegionList> regions;

	private EvaluatedImages(final String title, final Path source,
		final EvaluationResult result, final List<List<Sample>> samples,
		final Optional<RegionList> regions)
	{
		this.title = title;
		this.source = source;
		this.result = result;
		this.samples = samples;
		this.regions = regions;
		chosen = new ChosenImages(result.predictions());
		histogram = new ConfidenceHistogram(result.predictions());
	}

	/**
	 * Looks for the images of predictions by their names; reads none of them.
	 *
	 * @param title of what was evaluated
	 * @param result predictions and figures
	 * @param source the labeled images: a folder or a file
	 * @param reader opens image files later
	 * @param planes what became of stacks; null if they were errors
	 * @return the images; those that are gone are missing
	 * @throws UserFailure if there are no labeled images at all
	 * @throws IOException if the list of saved regions cannot be read
	 */
	public static EvaluatedImages of(final String title,
		final EvaluationResult result, final Path source, final ImageReader reader,
		final PlanePolicy planes) throws IOException
	{
		final Map<String, List<Sample>> byName = new HashMap<>();
		final Map<String, List<Sample>> byStack = new HashMap<>();
		for (final Sample sample : LabeledImages.openAsFound(source, reader, Set
			.of(), planes, CorrectionUse.IGNORE).samples())
		{
			byName.putIfAbsent(sample.name(), List.of(sample));
			final String stack = sample.source().stack();
			if (stack != null) byStack.computeIfAbsent(stack,
				unused -> new ArrayList<>()).add(sample);
		}
		return new EvaluatedImages(title, source, result, result.predictions()
			.stream().map(p -> byName.getOrDefault(p.name(), byStack.getOrDefault(p
				.name(), List.of()))).toList(), regions(source));
	}

	/** Of regions that were saved as images of their own. */
	private static Optional<RegionList> regions(final Path source)
		throws IOException
	{
		if (Files.isDirectory(source)) return Optional.of(RegionList.of(source));
		return source.endsWith(RegionList.NAME) ? Optional.of(RegionList.of(source
			.toAbsolutePath().getParent())) : Optional.empty();
	}

	/** @return what was evaluated */
	public String title() {
		return title;
	}

	@Override
	public Path source() {
		return source;
	}

	/** @return predictions and figures */
	public EvaluationResult result() {
		return result;
	}

	/** @return how many predictions are how sure */
	public ConfidenceHistogram histogram() {
		return histogram;
	}

	/**
	 * @param choice which images
	 * @return their positions, the surest first
	 */
	public int[] chosen(final ImageChoice choice) {
		return chosen.of(choice);
	}

	/**
	 * @param actual name of a class; empty for any
	 * @param predicted name of a class; empty for any
	 * @return the choice of these images
	 * @throws WrongUsage if there is no such class
	 */
	public ImageChoice choice(final String actual, final String predicted) {
		return ImageChoice.cell(index("actual", actual), index("predicted",
			predicted));
	}

	private int index(final String key, final String name) {
		if (name.isBlank()) return ImageChoice.ANY;
		final int index = result.labels().indexOf(name);
		if (index < 0) throw new WrongUsage("Expected " + key + " to be one of " +
			String.join(", ", result.labels().names()) + ", found '" + name + "'.");
		return index;
	}

	/**
	 * @param choice any
	 * @return which images these are, in a few words
	 */
	public String words(final ImageChoice choice) {
		final List<String> words = new ArrayList<>();
		if (choice.actual() >= 0) words.add("'" + result.labels().name(choice
			.actual()) + "'");
		if (choice.predicted() == ImageChoice.OTHER) words.add(
			"taken for another class");
		if (choice.predicted() >= 0) words.add("taken for '" + result.labels().name(
			choice.predicted()) + "'");
		if (choice.bar() >= 0) words.add(String.format(Locale.ROOT,
			"confidence %.2f to %.2f", ConfidenceHistogram.lowerEnd(choice.bar()),
			ConfidenceHistogram.lowerEnd(choice.bar() + 1)));
		return words.isEmpty() ? "all of them" : String.join(", ", words);
	}

	/**
	 * What to show to whom images of a kind are promised.
	 *
	 * @param choice any, such as a cell of the matrix of other images
	 * @return the same if there are such images; else all with a wrong answer; if
	 *         there are none, all
	 */
	public ImageChoice orOthers(final ImageChoice choice) {
		return Stream.of(choice, ImageChoice.WRONG).filter(some -> chosen(
			some).length > 0).findFirst().orElse(ImageChoice.ALL);
	}

	/**
	 * @param position of a prediction
	 * @return truth, prediction and name
	 */
	public LabeledPrediction prediction(final int position) {
		return result.predictions().get(position);
	}

	/** @return how many predictions have no image any more */
	public int missing() {
		return (int) samples.stream().filter(List::isEmpty).count();
	}

	@Override
	public String name(final int position) {
		return prediction(position).name();
	}

	@Override
	public Optional<Sample> first(final int position) {
		return samples.get(position).stream().findFirst();
	}

	private Sample shown(final int position) throws IOException {
		final List<Sample> planes = samples.get(position);
		if (planes.isEmpty()) throw new IOException("There is no image '" +
			prediction(position).name() + "' in '" + source + "' any more.");
		return planes.get((planes.size() - 1) / 2);
	}

	/**
	 * @param position of a prediction
	 * @return the image, of a stack its middle plane; read anew each time
	 * @throws IOException with a reason for the user, if it is gone or cannot be
	 *           read
	 */
	public SampleImage read(final int position) throws IOException {
		return shown(position).source().read();
	}

	/**
	 * @param position of a prediction
	 * @return where in which file it is, of a stack its middle plane, of a region
	 *         that was saved by itself the image it was cut from, as long as that
	 *         is there; empty if it is no file by itself
	 * @throws IOException with a reason for the user, if it is gone
	 */
	public Optional<ImagePlace> place(final int position) throws IOException {
		final Sample sample = shown(position);
		return cutFrom(sample.name()).or(() -> sample.source().place());
	}

	private Optional<ImagePlace> cutFrom(final String path) {
		final Optional<String> origin = regions.flatMap(list -> list.origin(path));
		if (origin.isEmpty() || !isFile(origin.get())) return Optional.empty();
		return Optional.ofNullable(regions.get().places(origin.get()).get(path))
			.map(saved -> new ImagePlace(Path.of(origin.get()), saved.frame() == 1
				? saved.slice() - 1 : ImagePlace.ANY_PLANE, saved.cut()));
	}

	/** An image without a file is known by its title. */
	private static boolean isFile(final String origin) {
		try {
			return Files.isRegularFile(Path.of(origin));
		}
		catch (final InvalidPathException e) {
			return false;
		}
	}
}


package io.github.cnnclassifier.workflow.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.cnnclassifier.dataset.inspect.DataAudit;
import io.github.cnnclassifier.dataset.inspect.Finding;
import io.github.cnnclassifier.dataset.inspect.InspectedImage;
import io.github.cnnclassifier.dataset.inspect.Severity;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.dataset.source.ImagePlace;
import io.github.cnnclassifier.dataset.source.LabelRules;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.NamedImages;

/**
 * Labeled images as a person looks at them before a training: each was read
 * once, and what follows from the choice of classes and groups is told without
 * reading them again. Positions are those of the readable images.
 * <p>
 * Immutable and thread-safe.
 */
public final class TrainingPreview implements NamedImages {

	private final Path source;
	private final PlanePolicy planes;
	private final CorrectionUse use;
	private final DataAudit audit;
	private final List<ClassRow> rows;
	private final Map<String, Integer> positions = new HashMap<>();
	private final Map<String, int[]> members = new HashMap<>();

	TrainingPreview(final Path source, final PlanePolicy planes,
		final CorrectionUse use, final DataAudit audit)
	{
		this.source = source;
		this.planes = planes;
		this.use = use;
		this.audit = audit;
		rows = ClassRows.of(audit);
		final Map<String, List<Integer>> byLabel = new HashMap<>();
		for (int i = 0; i < images().size(); i++) {
			final Sample sample = sample(i);
			positions.putIfAbsent(sample.name(), i);
			byLabel.computeIfAbsent(sample.label(), unused -> new ArrayList<>()).add(
				i);
		}
		byLabel.forEach((label, of) -> members.put(label, of.stream().mapToInt(
			Integer::intValue).toArray()));
	}

	private List<InspectedImage> images() {
		return audit.data().images();
	}

	private Sample sample(final int position) {
		return images().get(position).surveyed().sample();
	}

	DataAudit audit() {
		return audit;
	}

	/** @return whether it shows this source, read in this way */
	boolean shows(final Path other, final PlanePolicy otherPlanes) {
		return source.equals(other) && planes == otherPlanes;
	}

	@Override
	public Path source() {
		return source;
	}

	/** @return whether corrections of classes count */
	public boolean usesCorrections() {
		return use == CorrectionUse.USE;
	}

	/** @return a row for each class, in their order */
	public List<ClassRow> rows() {
		return rows;
	}

	/** @return how many images can be read */
	public int size() {
		return images().size();
	}

	/**
	 * @return problems and warnings about the images as a whole, in this order
	 */
	public List<Finding> findings() {
		return audit.findings().stream().filter(finding -> finding
			.severity() != Severity.NOTE).toList();
	}

	/**
	 * @param label of a class
	 * @return the positions of its readable images, rising
	 */
	public int[] members(final String label) {
		return members.getOrDefault(label, new int[0]).clone();
	}

	/**
	 * @param label of a class
	 * @param most how many at most
	 * @return positions of some of its images, evenly over the class
	 */
	public int[] examples(final String label, final int most) {
		final int[] all = members.getOrDefault(label, new int[0]);
		final int[] some = new int[Math.min(most, all.length)];
		for (int i = 0; i < some.length; i++)
			some[i] = all[(int) ((i + 0.5) * all.length / some.length)];
		return some;
	}

	@Override
	public String name(final int position) {
		return sample(position).name();
	}

	/**
	 * @param position of an image
	 * @return tells its pixels from others
	 */
	public String content(final int position) {
		return images().get(position).surveyed().contentHash();
	}

	/**
	 * @param position of an image
	 * @return its class
	 */
	public String label(final int position) {
		return sample(position).label();
	}

	/**
	 * @param name of an image
	 * @return its position; empty if there is no such readable image
	 */
	public Optional<Integer> position(final String name) {
		return Optional.ofNullable(positions.get(name));
	}

	@Override
	public Optional<Sample> first(final int position) {
		return Optional.of(sample(position));
	}

	/**
	 * @param position of an image
	 * @return its pixels, read anew each time
	 * @throws IOException with a reason for the user
	 */
	public SampleImage read(final int position) throws IOException {
		return sample(position).source().read();
	}

	/**
	 * @param position of an image
	 * @return where in which file it is; empty if it is no file by itself
	 */
	public Optional<ImagePlace> place(final int position) {
		return sample(position).source().place();
	}

	/**
	 * What a training would do with these classes and groups.
	 *
	 * @param wish of the user
	 * @return the sides
	 * @throws UserFailure why training would refuse the images
	 */
	public TrainingSides sides(final SidesWish wish) {
		final LabeledImages chosen = chosen(wish);
		new LabelRules(source.toString(), wish.exclude()).objections(chosen)
			.stream().findFirst().ifPresent(objection -> {
				throw new UserFailure(objection);
			});
		final Grouping grouping = wish.division().groups().apply(chosen);
		final List<SurveyedSample> samples = images().stream().map(
			InspectedImage::surveyed).filter(s -> !wish.exclude().contains(s.sample()
				.label())).toList();
		if (samples.isEmpty()) throw new UserFailure("None of the images in '" +
			source + "' could be read.");
		final SplitOptions division = wish.division();
		final Split split = new SplitWish(division.allowLeak(), division
			.fractions(), planes, FormerSplit.of(division, wish.model(), wish.seed(),
				Progress.none()), wish.seed()).split(samples, audit.data().near(),
					grouping, kept -> {});
		final List<String> warnings = new ArrayList<>(split.warnings());
		if (!split.leak().isEmpty()) warnings.add(split.leak());
		return new TrainingSides(split.select(samples, Side.TRAINING).size(), split
			.select(samples, Side.VALIDATION).size(), split.select(samples, Side.TEST)
				.size(), warnings, grouping.statement(), grouping.guess().map(
					unused -> GuessedGroups.of(grouping, chosen.samples(), split.table(
						chosen.labels(), samples))));
	}

	private LabeledImages chosen(final SidesWish wish) {
		final LabeledImages all = audit.data().source();
		if (all.labels().equals(List.of(LabeledImages.NO_CLASS)))
			throw new UserFailure("The images lie in '" + source +
				"' itself and so have no class. Put the images of each class in a " +
				"sub-folder of its own, or choose the folder above.");
		return new LabeledImages(all.origin(), all.labels().stream().filter(
			label -> !wish.exclude().contains(label)).toList(), all.samples().stream()
				.filter(s -> !wish.exclude().contains(s.label())).toList(), all
					.skipped());
	}
}

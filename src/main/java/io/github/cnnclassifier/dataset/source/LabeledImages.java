
package io.github.cnnclassifier.dataset.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.storage.DiskTrouble;

/**
 * A data set as it was found: classes and images, nothing read yet.
 * <p>
 * Immutable and thread-safe.
 */
public final class LabeledImages {

	/** The label of images that lie in a folder without class folders. */
	public static final String NO_CLASS = "";

	private final String origin;
	private final List<String> labels;
	private final List<Sample> samples;
	private final List<SkippedFile> skipped;
	private final AppliedCorrections corrections;

	/**
	 * Without corrections.
	 *
	 * @param origin where the images come from, for messages
	 * @param labels class names in the order of their label indices; copied
	 * @param samples in a fixed order; copied
	 * @param skipped files left out on purpose; copied
	 */
	public LabeledImages(final String origin, final List<String> labels,
		final List<Sample> samples, final List<SkippedFile> skipped)
	{
		this(origin, labels, samples, skipped, AppliedCorrections.NONE);
	}

	private LabeledImages(final String origin, final List<String> labels,
		final List<Sample> samples, final List<SkippedFile> skipped,
		final AppliedCorrections corrections)
	{
		this.origin = origin;
		this.labels = List.copyOf(labels);
		this.samples = List.copyOf(samples);
		this.skipped = List.copyOf(skipped);
		this.corrections = corrections;
	}

	/**
	 * Like {@link #open(Path, ImageReader, Set, PlanePolicy)}, each plane of a
	 * stack an image of its own.
	 *
	 * @param source folder or file
	 * @param reader opens image files later and tells now which names to skip
	 * @param excludedLabels classes to leave out
	 * @return at least two classes with at least one image each
	 * @throws UserFailure as there
	 * @throws WrongUsage as there
	 */
	public static LabeledImages open(final Path source, final ImageReader reader,
		final Set<String> excludedLabels)
	{
		return open(source, reader, excludedLabels, PlanePolicy.EACH);
	}

	/**
	 * Like {@link #open(Path, ImageReader, Set, PlanePolicy, CorrectionUse)},
	 * with the corrections that there are.
	 *
	 * @param source folder or file
	 * @param reader opens image files
	 * @param excludedLabels classes to leave out
	 * @param planes what becomes of stacks
	 * @return at least two classes with at least one image each
	 * @throws UserFailure as there
	 * @throws WrongUsage as there
	 */
	public static LabeledImages open(final Path source, final ImageReader reader,
		final Set<String> excludedLabels, final PlanePolicy planes)
	{
		return open(source, reader, excludedLabels, planes, CorrectionUse.USE);
	}

	/**
	 * Finds labeled images. These forms are known:
	 * <ul>
	 * <li>a folder with one sub-folder per class; folders below a class folder
	 * belong to the class,</li>
	 * <li>a folder with {@code train} (or {@code training}) and optionally
	 * {@code val} ({@code validation}, {@code valid}) and {@code test}, each with
	 * one sub-folder per class; or such folders directly below the class
	 * folders,</li>
	 * <li>a folder of at least two stacks and no class folder: each stack is a
	 * class, each of its planes an image,</li>
	 * <li>a list, a CSV file with at least the columns {@code path} and
	 * {@code class},</li>
	 * <li>IDX files, plain or gzip, by the names that MNIST and its relatives
	 * use: the folder that holds them, or one images file with its labels file
	 * beside it.</li>
	 * </ul>
	 *
	 * @param source folder or file
	 * @param reader opens image files later and tells now which names to skip
	 * @param excludedLabels classes to leave out
	 * @param planes what becomes of stacks; null where a stack is an image that
	 *          fails
	 * @param use whether a list of corrections beside the images counts, see
	 *          {@link Corrections}; images that it names are read to see whether
	 *          they are still the same
	 * @return at least two classes with at least one image each
	 * @throws UserFailure if the source is missing, is neither of these, or has
	 *           fewer than two classes, or two classes differ only in case or in
	 *           how accents are stored, or the list of corrections is damaged
	 * @throws WrongUsage if an excluded label does not exist
	 */
	public static LabeledImages open(final Path source, final ImageReader reader,
		final Set<String> excludedLabels, final PlanePolicy planes,
		final CorrectionUse use)
	{
		final Found found = find(source, reader, new StackFiles(reader, planes),
			false);
		final CorrectedSamples corrected = corrected(source, found, use);
		return new LabelRules(source.toString(), excludedLabels).apply(corrected
			.found()).with(corrected.applied());
	}

	private static CorrectedSamples corrected(final Path source,
		final Found found, final CorrectionUse use)
	{
		try {
			return use == CorrectionUse.IGNORE ? CorrectedSamples.none(found)
				: CorrectedSamples.of(found, Corrections.of(source));
		}
		catch (final IOException e) {
			throw new UserFailure("Cannot read '" + Corrections.fileOf(source) +
				"': " + DiskTrouble.reason(e) + ". Check its permissions, or leave " +
				"corrections out with corrections=ignore.", e);
		}
	}

	private LabeledImages with(final AppliedCorrections applied) {
		return new LabeledImages(origin, labels, samples, skipped, applied);
	}

	/**
	 * Like {@link #openAsFound(Path, ImageReader, Set, PlanePolicy)}, each plane
	 * of a stack an image of its own.
	 *
	 * @param source folder or file
	 * @param reader opens image files later and tells now which names to skip
	 * @param excludedLabels classes to leave out
	 * @return at least one image
	 * @throws UserFailure as there
	 * @throws WrongUsage as there
	 */
	public static LabeledImages openAsFound(final Path source,
		final ImageReader reader, final Set<String> excludedLabels)
	{
		return openAsFound(source, reader, excludedLabels, PlanePolicy.EACH);
	}

	/**
	 * Like
	 * {@link #openAsFound(Path, ImageReader, Set, PlanePolicy, CorrectionUse)},
	 * with the corrections that there are.
	 *
	 * @param source folder or file
	 * @param reader opens image files
	 * @param excludedLabels classes to leave out
	 * @param planes what becomes of stacks
	 * @return at least one image
	 * @throws UserFailure as there
	 * @throws WrongUsage as there
	 */
	public static LabeledImages openAsFound(final Path source,
		final ImageReader reader, final Set<String> excludedLabels,
		final PlanePolicy planes)
	{
		return openAsFound(source, reader, excludedLabels, planes,
			CorrectionUse.USE);
	}

	/**
	 * Finds images to look at: what {@link #open} knows, be it fit for training
	 * or not, and a folder of images without class folders, which then all have
	 * the label {@link #NO_CLASS}.
	 *
	 * @param source folder or file
	 * @param reader opens image files later and tells now which names to skip
	 * @param excludedLabels classes to leave out
	 * @param planes what becomes of stacks
	 * @param use whether a list of corrections beside the images counts
	 * @return at least one image
	 * @throws UserFailure if the source is missing, empty, not of a known form,
	 *           or nothing is left of it, or the list of corrections is damaged
	 * @throws WrongUsage if an excluded label does not exist
	 */
	public static LabeledImages openAsFound(final Path source,
		final ImageReader reader, final Set<String> excludedLabels,
		final PlanePolicy planes, final CorrectionUse use)
	{
		final Found found = find(source, reader, new StackFiles(reader, planes),
			true);
		final CorrectedSamples corrected = corrected(source, found, use);
		final LabeledImages images = new LabelRules(source.toString(),
			excludedLabels).withoutExcluded(corrected.found()).with(corrected
				.applied());
		if (images.samples().isEmpty()) throw new UserFailure(
			"Expected images in '" + source +
				"', but all of its classes are excluded, or all of its images are left " +
				"out by corrections. Name fewer classes.");
		return images;
	}

	/**
	 * Finds images that somebody is going to label: what {@link #openAsFound}
	 * knows, without corrections; beside that images that lie beside class
	 * folders, lists without a column for the class, and a single image or stack.
	 *
	 * @param source folder or file
	 * @param reader opens image files later, and now only to count planes, each
	 *          of which is an image
	 * @return at least one image; those without a class have the label
	 *         {@link #NO_CLASS}, which is none of the labels
	 * @throws UserFailure if the source is missing, empty, or not of a known form
	 */
	public static LabeledImages openToLabel(final Path source,
		final ImageReader reader)
	{
		try {
			return new LabelRules(source.toString(), Set.of()).withoutExcluded(
				new ImagesToLabel(source, reader, new StackFiles(reader,
					PlanePolicy.EACH)).find());
		}
		catch (final IOException e) {
			throw new UserFailure("Cannot read '" + source + "': " + DiskTrouble
				.reason(e) + ". Check that the disk is there and the path may be read.",
				e);
		}
	}

	private static Found find(final Path source, final ImageReader reader,
		final StackFiles files, final boolean withoutClasses)
	{
		if (!Files.exists(source)) throw new UserFailure(
			"Expected a folder of labeled images, a list or an IDX images file, " +
				"but '" + source + "' does not exist. Check the path.");
		try {
			if (ListTable.isNamedSo(source) && !Files.isDirectory(source))
				return new ImageList(source, files).find();
			if (!Files.isDirectory(source)) return IdxDataset.ofFile(source);
			final List<Path> entries = Listing.of(source);
			entries.removeIf(Corrections::isOwnFile);
			if (entries.isEmpty()) throw new UserFailure("The folder '" + source +
				"' is empty. Expected one sub-folder with images for each class.");
			if (IdxDataset.isIn(entries)) return IdxDataset.ofFolder(source, entries);
			try {
				return new ClassFolders(source, reader, files).scan(entries).grouped(
					RegionList.of(source));
			}
			catch (final UserFailure e) {
				if (!withoutClasses) throw e;
				// images without a class can still be looked at
				return FlatFolder.of(entries, reader, files).orElseThrow(() -> e);
			}
		}
		catch (final IOException e) {
			throw new UserFailure("Cannot read '" + source + "': " + DiskTrouble
				.reason(e) + ". Check that the disk is there and the path may be read.",
				e);
		}
	}

	/**
	 * @return the same without the sides that the data set declares; images that
	 *         it declares for the test are left out
	 */
	public LabeledImages withoutSides() {
		return new LabeledImages(origin, labels, samples.stream().filter(s -> s
			.declaredSide() != Side.TEST).map(Sample::withoutSide).toList(), skipped,
			corrections);
	}

	/**
	 * @param some of the samples; copied
	 * @return the same classes, and no other images
	 */
	public LabeledImages among(final List<Sample> some) {
		return new LabeledImages(origin, labels, some, skipped, corrections);
	}

	/** @return where the images come from, for messages */
	public String origin() {
		return origin;
	}

	/**
	 * @return class names in the order of their label indices: by code point, IDX
	 *         labels by number
	 */
	public List<String> labels() {
		return labels;
	}

	/**
	 * @return by class and name, independent of the file system; of a list in the
	 *         order of its rows
	 */
	public List<Sample> samples() {
		return samples;
	}

	/**
	 * @return whether there are no class folders and each stack is a class,
	 *         called like its file
	 */
	public boolean areStacksClasses() {
		return !samples.isEmpty() && samples.stream().allMatch(sample -> sample
			.name().indexOf('/') < 0 && !sample.label().isEmpty() && sample.name()
				.startsWith(sample.label() + "."));
	}

	/** @return files and folders left out on purpose, by name */
	public List<SkippedFile> skipped() {
		return skipped;
	}

	/** @return what a list of corrections has changed */
	public AppliedCorrections corrections() {
		return corrections;
	}
}

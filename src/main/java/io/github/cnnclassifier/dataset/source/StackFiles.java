
package io.github.cnnclassifier.dataset.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.FreeHeap;
import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.SampleImage;

/**
 * Image files as a plane policy sees them: each becomes one image, or one for
 * each of its planes. The last few stacks and images are remembered, so that
 * neither the planes of one stack nor the regions of one image decode the file
 * again and again.
 * <p>
 * Thread-safe.
 */
public final class StackFiles {

	/** Training asks for images in any order. */
	private static final int STACKS = 32;
	/** Threads read neighbors at the same time, seldom more images than that. */
	private static final int LEAST_IMAGES = 8;
	/** Beside resized images, the network and what the host needs. */
	private static final int SHARE_OF_MEMORY = 8;

	/** One image of a file; a plane of its own if the policy is null. */
	private record Wanted(Path file, PlanePolicy policy, int index) {
	}

	private final ImageReader reader;
	private final PlanePolicy policy;
	private final RecentlyRead<Path, ImagePlanes> stacks;
	private final RecentlyRead<Wanted, FileImage> images;

	/**
	 * @param reader opens the files
	 * @param policy null where a stack is an error
	 * @throws WrongUsage for {@link PlanePolicy#CURRENT}: files show no plane
	 */
	public StackFiles(final ImageReader reader, final PlanePolicy policy) {
		if (policy == PlanePolicy.CURRENT) throw new WrongUsage(
			"Expected planes to be each, middle, maximum, mean or average, found " +
				"'current': that is the plane which an open image shows, and files " +
				"show none.");
		this.reader = reader;
		this.policy = policy;
		stacks = new RecentlyRead<>(STACKS, 0, stack -> 1, reader::planes);
		images = new RecentlyRead<>(LEAST_IMAGES, FreeHeap.bytes() /
			SHARE_OF_MEMORY, found -> found.image().pixels().sizeInBytes(),
			this::take);
	}

	/** @return what becomes of stacks; null if they are an error */
	public PlanePolicy policy() {
		return policy;
	}

	/**
	 * @param index of an image of a file
	 * @return the 0-based plane that it is; {@link ImagePlace#ANY_PLANE} if it is
	 *         made of all of them, or of which one only the file tells
	 */
	int plane(final int index) {
		return policy == null || policy.isSingle() ? ImagePlace.ANY_PLANE : index;
	}

	/**
	 * @param file an existing file
	 * @return how many images it becomes; 1 if it cannot be understood, as it
	 *         counts as one that fails when it is read
	 */
	public int count(final Path file) {
		if (policy == null || policy.isSingle()) return 1;
		final ItemOutcome<Integer> planes = ItemOutcome.of(() -> reader.planeCount(
			file));
		return planes.isFailed() ? 1 : Math.max(1, planes.result());
	}

	/**
	 * @param name of a file
	 * @param index 0-based
	 * @param count of the file
	 * @return the name alone for one image, else with the 1-based number of the
	 *         plane as ImageJ counts, for instance "a/cells.tif[3]"
	 */
	public static String name(final String name, final int index,
		final int count)
	{
		return count == 1 ? name : name + "[" + (index + 1) + "]";
	}

	/**
	 * @param file an existing file
	 * @param name of it in the data set
	 * @param label class name
	 * @param side null if the data set does not say
	 * @return its images; those of a stack are a group
	 */
	List<Sample> samples(final Path file, final String name, final String label,
		final Side side)
	{
		final int count = count(file);
		if (count == 1) return List.of(new Sample(label, name, side,
			new StackSource(this, file, 0, 1, null)));
		return IntStream.range(0, count).mapToObj(i -> new Sample(label, name(name,
			i, count), side, new StackSource(this, file, i, count, name), name))
			.collect(Collectors.toList());
	}

	/**
	 * Reads an image anew.
	 *
	 * @param file an existing file
	 * @param index 0-based, below the count
	 * @param count that was found earlier
	 * @return the image
	 * @throws IOException with a reason that a user understands, if it cannot be
	 *           read, or if the file has another number of planes than expected
	 */
	public SampleImage read(final Path file, final int index, final int count)
		throws IOException
	{
		return readWithPlanes(file, index, count).image();
	}

	/** The same as {@link #read}, and the planes of the file. */
	FileImage readWithPlanes(final Path file, final int index, final int count)
		throws IOException
	{
		if (policy == null) return FileImage.single(reader.read(file));
		final ImagePlanes planes = count == 1 ? reader.planes(file) : stacks.get(
			file);
		if (policy.images(planes.count()) != count) throw new IOException(
			"Expected " + count + (count == 1 ? " plane" : " planes") +
				" by the head or the name of the file, found " + planes.count() +
				". Give the file the ending of its format, and do not change files " +
				"during a run.");
		return image(policy, planes, index);
	}

	private static FileImage image(final PlanePolicy policy,
		final ImagePlanes planes, final int index) throws IOException
	{
		return new FileImage(policy.image(planes, index), planes.slices(), planes
			.frames());
	}

	/**
	 * Gives an image of which several regions are wanted.
	 *
	 * @param file an existing file
	 * @param index 0-based, below the count
	 * @return the image, possibly one that an earlier call read
	 * @throws IOException as {@link #read}
	 */
	FileImage remembered(final Path file, final int index) throws IOException {
		return images.get(new Wanted(file, policy, index));
	}

	/**
	 * Gives one plane, whatever the policy is.
	 *
	 * @param file an existing file
	 * @param plane 0-based, slices running faster than frames
	 * @return the plane, possibly one that an earlier call read
	 * @throws IOException as {@link #read}, or if there is no such plane
	 */
	FileImage rememberedPlane(final Path file, final int plane)
		throws IOException
	{
		return images.get(new Wanted(file, PlanePolicy.EACH, plane));
	}

	private FileImage take(final Wanted wanted) throws IOException {
		if (wanted.policy() == null) return FileImage.single(reader.read(wanted
			.file()));
		final ImagePlanes planes = stacks.get(wanted.file());
		if (wanted.index() >= wanted.policy().images(planes.count()))
			throw new IOException("Expected a slice from 1 to " + planes.count() +
				", found " + (wanted.index() + 1) + ".");
		return image(wanted.policy(), planes, wanted.index());
	}
}


package io.github.cnnclassifier.imagej.reader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.imagej.ImagePlusAdapter;
import io.github.cnnclassifier.imagej.Plane;

/**
 * The planes of a TIFF file, read from the disk one by one when they are asked
 * for, with the values and positions of ImageJ's own opener. Thread-safe.
 */
final class TiffPlanes implements ImagePlanes {

	private final String name;
	private final TiffFile file;
	private final TiffOrder order;

	private TiffPlanes(final TiffFile file, final TiffOrder order,
		final String name)
	{
		this.name = name;
		this.file = file;
		this.order = order;
	}

	/**
	 * @param file a TIFF file
	 * @return its planes; only the directories are read now
	 * @throws UnsupportedTiff if it is of a kind that is not read here
	 * @throws IOException with a reason for the user, if it is damaged
	 */
	static TiffPlanes of(final Path file) throws IOException {
		final TiffFile tiff = TiffFile.of(file);
		return new TiffPlanes(tiff, TiffOrder.of(tiff, String.valueOf(file
			.getFileName())), file.toString());
	}

	/** @return whether ImageJ's own opener reads the whole file right */
	boolean isForImageJ() {
		return order.ome() == null && file.isForImageJ();
	}

	@Override
	public int slices() {
		return order.slices();
	}

	@Override
	public int frames() {
		return order.frames();
	}

	@Override
	public SampleImage plane(final int slice, final int frame)
		throws IOException
	{
		if (slice < 0 || slice >= slices() || frame < 0 || frame >= frames())
			throw new IllegalArgumentException("No plane " + slice + ", " + frame);
		return ImagePlusAdapter.sample(image(slice, frame), new Plane(1, 1),
			count() == 1 ? name : name + ", plane " + (frame * slices() + slice + 1))
			.remarked(remarks());
	}

	/** @return whole sentences on how the file is read; usually none */
	List<String> remarks() {
		return TiffRemarks.of(file, order);
	}

	private ImagePlus image(final int slice, final int frame) throws IOException {
		final ImagePlus one = file.open(order.image(slice, frame, 0));
		order.calibrate(one);
		if (order.channels() == 1) return one;
		final ImageStack stack = new ImageStack(one.getWidth(), one.getHeight());
		for (int c = 0; c < order.channels(); c++) {
			final int image = order.image(slice, frame, c);
			final String label = order.ome() == null ? file.label(image) : order
				.channelName(c);
			final ImageStack channel = (c == 0 ? one : file.open(image)).getStack();
			for (int i = 1; i <= channel.size(); i++) {
				stack.addSlice(label, channel.getProcessor(i));
			}
		}
		final ImagePlus joined = new ImagePlus(one.getTitle(), stack);
		joined.setDimensions(stack.size(), 1, 1);
		joined.setCalibration(one.getCalibration());
		joined.setFileInfo(one.getOriginalFileInfo());
		return joined;
	}

	/**
	 * @return all planes as one image of ImageJ, not shown
	 * @throws IOException with a reason for the user, if one cannot be read
	 */
	ImagePlus whole() throws IOException {
		requireRoom();
		final ImagePlus first = image(0, 0);
		if (count() == 1) return composite(first);
		final ImageStack stack = new ImageStack(first.getWidth(), first
			.getHeight());
		for (int i = 0; i < count(); i++) {
			final ImageStack plane = (i == 0 ? first : image(i % slices(), i /
				slices())).getStack();
			for (int c = 1; c <= plane.size(); c++) {
				stack.addSlice(plane.getSliceLabel(c), plane.getProcessor(c));
			}
		}
		final ImagePlus whole = new ImagePlus(first.getTitle(), stack);
		whole.setDimensions(stack.size() / count(), slices(), frames());
		whole.setCalibration(first.getCalibration());
		whole.setFileInfo(first.getOriginalFileInfo());
		whole.setOpenAsHyperStack(true);
		return composite(whole);
	}

	/** @throws IOException if the memory does not hold all planes now */
	void requireRoom() throws IOException {
		file.requireRoom(count() * order.channels());
	}

	private static ImagePlus composite(final ImagePlus image) {
		return image.getNChannels() == 1 || image.isComposite() ? image
			: new CompositeImage(image, IJ.COMPOSITE);
	}
}

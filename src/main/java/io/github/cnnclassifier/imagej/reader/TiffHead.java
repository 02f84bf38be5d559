
package io.github.cnnclassifier.imagej.reader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.RoiEncoder;
import ij.io.TiffDecoder;
import ij.io.TiffEncoder;
import io.github.cnnclassifier.failure.UserFailure;

/**
 * What stands before and behind the pixels of a TIFF file. ImageJ itself writes
 * it for an image of one row, so that nothing that ImageJ knows of an image is
 * lost; then the height is mended.
 *
 * @param bytes before the pixels
 * @param tail behind the pixels: the directories of the other planes
 * @param tailPosition where that begins
 * @param order of bytes, which a setting of ImageJ decides
 */
record TiffHead(byte[] bytes, byte[] tail, long tailPosition, ByteOrder order) {

	private static final long LARGEST = 0xffffffffL;
	private static final int DIRECTORY = 8;
	private static final int ENTRY = 12;
	private static final int VALUE = 8;
	private static final int STRIP_OFFSETS = 273;
	private static final int LONG = 4;

	/**
	 * @param firstRow the image as it will be, but for its height of 1
	 * @param height in pixels
	 * @throws UserFailure if one plane does not fit a TIFF file
	 * @throws IOException if ImageJ cannot write it
	 */
	static TiffHead of(final ImagePlus firstRow, final int height)
		throws IOException
	{
		final byte[] small = encoded(firstRow);
		final ByteBuffer file = ByteBuffer.wrap(small).order(small[0] == 'I'
			? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		final int start = file.getInt(entry(file, STRIP_OFFSETS) + VALUE);
		final long plane = (long) firstRow.getWidth() * firstRow
			.getBytesPerPixel() * height;
		if (start + plane > LARGEST) throw new UserFailure("A plane of " + firstRow
			.getWidth() + " x " + height + " pixels needs " + (plane >> 20) +
			" MB, more than a TIFF file holds. Map a smaller part of the image.");
		set(file, TiffDecoder.IMAGE_LENGTH, height);
		set(file, TiffDecoder.ROWS_PER_STRIP, height);
		set(file, TiffDecoder.STRIP_BYTE_COUNT, (int) plane);
		final byte[] tail = tail(file, start, plane, firstRow.getStackSize());
		final byte[] head = new byte[start];
		file.get(0, head);
		return new TiffHead(head, tail, start + plane * firstRow.getStackSize(),
			file.order());
	}

	/** FileSaver's own way in memory leaves the properties out. */
	private static byte[] encoded(final ImagePlus image) throws IOException {
		final FileInfo info = image.getFileInfo();
		info.description = new FileSaver(image).getDescriptionString();
		info.info = image.getInfoProperty();
		info.sliceLabels = image.getStack().getSliceLabels();
		info.properties = image.getPropertiesAsArray();
		if (image.getOverlay() != null) info.overlay = Arrays.stream(image
			.getOverlay().toArray()).map(RoiEncoder::saveAsByteArray).toArray(
				byte[][]::new);
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		new TiffEncoder(info).write(bytes);
		return bytes.toByteArray();
	}

	/** The basic entries once more for each further plane. */
	private static byte[] tail(final ByteBuffer file, final int start,
		final long plane, final int planes)
	{
		final int next = nextDirectory(file);
		final long position = start + plane * planes;
		final byte[] basic = basicEntries(file);
		final int size = Short.BYTES + basic.length + Integer.BYTES;
		final boolean fits = position + (planes - 1L) * size <= LARGEST;
		file.putInt(next, planes > 1 && fits ? (int) position : 0);
		if (planes == 1 || !fits) return new byte[0];
		final ByteBuffer tail = ByteBuffer.allocate((planes - 1) * size).order(file
			.order());
		for (int i = 1; i < planes; i++) {
			final int from = tail.position();
			tail.putShort((short) (basic.length / ENTRY)).put(basic);
			tail.putInt(i == planes - 1 ? 0 : (int) (position + (long) i * size));
			for (int e = from + Short.BYTES; e < tail.position() - Integer.BYTES; e +=
				ENTRY)
			{
				if (tag(tail, e) == STRIP_OFFSETS) tail.putInt(e + VALUE, (int) (start +
					plane * i));
			}
		}
		return tail.array();
	}

	/** Without description and what ImageJ alone understands. */
	private static byte[] basicEntries(final ByteBuffer file) {
		final ByteBuffer basic = ByteBuffer.allocate(count(file) * ENTRY);
		for (int e = DIRECTORY + Short.BYTES; e < nextDirectory(file); e += ENTRY) {
			final int tag = tag(file, e);
			if (tag == TiffDecoder.IMAGE_DESCRIPTION ||
				tag == TiffDecoder.META_DATA ||
				tag == TiffDecoder.META_DATA_BYTE_COUNTS) continue;
			basic.put(file.slice(e, ENTRY));
		}
		final byte[] bytes = new byte[basic.position()];
		basic.get(0, bytes);
		return bytes;
	}

	private static void set(final ByteBuffer file, final int tag,
		final int value)
	{
		final int entry = entry(file, tag);
		// a height may be more than a short holds
		file.putShort(entry + Short.BYTES, (short) LONG);
		file.putInt(entry + VALUE, value);
	}

	private static int entry(final ByteBuffer file, final int tag) {
		for (int e = DIRECTORY + Short.BYTES; e < nextDirectory(file); e += ENTRY) {
			if (tag(file, e) == tag) return e;
		}
		throw new IllegalStateException("ImageJ wrote no entry " + tag);
	}

	private static int count(final ByteBuffer file) {
		return file.getShort(DIRECTORY);
	}

	private static int nextDirectory(final ByteBuffer file) {
		return DIRECTORY + Short.BYTES + count(file) * ENTRY;
	}

	private static int tag(final ByteBuffer file, final int entry) {
		return file.getShort(entry) & 0xffff;
	}
}


package io.github.cnnclassifier.imagej.map;

import java.io.IOException;
import java.nio.ByteBuffer;

import ij.ImagePlus;
import io.github.cnnclassifier.imagej.reader.TiffHead;
import io.github.cnnclassifier.storage.PendingFile;

/**
 * Rows that become a TIFF file of ImageJ, uncompressed, one plane behind the
 * other, never held in memory. Beyond 4 GB, which numbers in a TIFF file cannot
 * tell, planes are found as ImageJ finds them: by their number in the
 * description.
 */
final class TiffRows implements PlaneRows {

	private final PendingFile file;
	private final TiffHead head;
	private final int width;
	private final int height;
	private final int bytesPerPixel;
	private final ByteBuffer row;

	private TiffRows(final PendingFile file, final TiffHead head,
		final ImagePlus image, final int height)
	{
		this.file = file;
		this.head = head;
		this.width = image.getWidth();
		this.height = height;
		bytesPerPixel = image.getBytesPerPixel();
		row = ByteBuffer.allocate(width * bytesPerPixel).order(head.order());
	}

	/**
	 * @param file in the making, which stays the caller's
	 * @param firstRow of the image, with all that belongs to it
	 * @param height of the image in pixels
	 * @return what takes the rows
	 * @throws IOException if the file cannot be written
	 */
	static TiffRows create(final PendingFile file, final ImagePlus firstRow,
		final int height) throws IOException
	{
		final TiffHead head = TiffHead.of(firstRow, height);
		file.write(ByteBuffer.wrap(head.bytes()), 0);
		file.write(ByteBuffer.wrap(head.tail()), head.tailPosition());
		return new TiffRows(file, head, firstRow, height);
	}

	@Override
	public void put(final int plane, final int y, final Object pixels,
		final int from) throws IOException
	{
		row.clear();
		if (pixels instanceof final byte[] bytes) row.put(bytes, from, width);
		else if (pixels instanceof final short[] shorts) row.asShortBuffer().put(
			shorts, from, width);
		else row.asFloatBuffer().put((float[]) pixels, from, width);
		row.clear();
		file.write(row, head.bytes().length + ((long) plane * height + y) * width *
			bytesPerPixel);
	}
}

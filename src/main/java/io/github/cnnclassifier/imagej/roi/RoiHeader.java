
package io.github.cnnclassifier.imagej.roi;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

import ij.io.RoiDecoder;

/**
 * What a ROI file claims of itself. ImageJ's decoder believes it and allocates
 * what it is told, so every length is compared with the file's own and every
 * coordinate with what an image can have, before it is decoded.
 */
final class RoiHeader {

	private static final int RECTANGLE = 1;
	private static final int OVAL = 2;
	private static final int LINE = 3;
	private static final int BYTES_PER_FLOAT = 4;
	private static final int BYTES_PER_CHARACTER = 2;
	/** Pixels from the corner of the image; far more than any image has. */
	private static final float FARTHEST = 1e7f;
	/** Pixels along a curve, for each half of which there is a point. */
	private static final double LONGEST_CURVE = 1e7;

	/** The first version of the format with properties. */
	private static final int WITH_PROPERTIES = 224;
	/** The first version of the format with counters. */
	private static final int WITH_COUNTERS = 227;

	private static final int LARGEST_FONT = 5000;

	private final ByteBuffer roi;
	private final int type;
	private final int subtype;
	private final int options;
	private final boolean inParts;

	RoiHeader(final byte[] bytes) throws IOException {
		if (bytes.length < RoiDecoder.COORDINATES) throw new IOException(
			"Cut short");
		roi = ByteBuffer.wrap(bytes);
		type = roi.get(RoiDecoder.TYPE);
		subtype = roi.getShort(RoiDecoder.SUBTYPE);
		options = roi.getShort(RoiDecoder.OPTIONS);
		inParts = (options & RoiDecoder.SUB_PIXEL_RESOLUTION) != 0;
	}

	/**
	 * @return whether it is an image: no region, and never decoded, since that
	 *         would unpack whatever is in it
	 */
	boolean isImage() {
		return subtype == RoiDecoder.IMAGE;
	}

	/** @throws IOException if the file cannot hold what it claims */
	void requirePlausible() throws IOException {
		try {
			requireTextsWithin();
			if (subtype == RoiDecoder.TEXT) requireText();
			final int composite = roi.getInt(RoiDecoder.SHAPE_ROI_SIZE);
			if (composite > 0) requireNear(RoiDecoder.COORDINATES, composite);
			else requirePoints();
		}
		catch (final BufferUnderflowException | IndexOutOfBoundsException e) {
			throw new IOException("Cut short", e);
		}
	}

	/** Name and properties, told by a second header. */
	private void requireTextsWithin() throws IOException {
		final int second = roi.getInt(RoiDecoder.HEADER2_OFFSET);
		if (second == 0) return;
		requireWithin(roi.getInt(second + RoiDecoder.NAME_OFFSET), roi.getInt(
			second + RoiDecoder.NAME_LENGTH), BYTES_PER_CHARACTER);
		if (roi.getShort(RoiDecoder.VERSION_OFFSET) >= WITH_PROPERTIES)
			requireWithin(roi.getInt(second + RoiDecoder.ROI_PROPS_OFFSET), roi
				.getInt(second + RoiDecoder.ROI_PROPS_LENGTH), BYTES_PER_CHARACTER);
	}

	/** Size of the font, style, lengths of its name and of the text. */
	private void requireText() throws IOException {
		final int size = roi.getInt(RoiDecoder.COORDINATES);
		if (size < 0 || size > LARGEST_FONT) throw new IOException("No font");
		final int font = roi.getInt(RoiDecoder.COORDINATES + 8);
		final int text = roi.getInt(RoiDecoder.COORDINATES + 12);
		requireWithin(RoiDecoder.COORDINATES + 16, font, BYTES_PER_CHARACTER);
		requireWithin(RoiDecoder.COORDINATES + 16, (long) font + text,
			BYTES_PER_CHARACTER);
		if (text < 0) throw new IOException("No text");
	}

	private void requirePoints() throws IOException {
		final boolean rectangle = type == RECTANGLE || type == OVAL;
		if (type == LINE || rectangle && inParts || subtype == RoiDecoder.ELLIPSE ||
			subtype == RoiDecoder.ROTATED_RECT) requireNear(RoiDecoder.X1, 4);
		final int few = roi.getShort(RoiDecoder.N_COORDINATES) & 0xffff;
		final int points = few > 0 ? few : roi.getInt(RoiDecoder.SIZE);
		requireCountersWithin(points);
		if (type == LINE || rectangle) return;
		requireWithin(RoiDecoder.COORDINATES, points, BYTES_PER_FLOAT);
		if (points == 0) throw new IOException("No points");
		if (inParts) requireNear(parts(points), 2L * points);
		if ((options & RoiDecoder.SPLINE_FIT) != 0 && curve(points) > LONGEST_CURVE)
			throw new IOException("Endless curve");
	}

	/** The decoder reads one for each point, even of a line, which has none. */
	private void requireCountersWithin(final int points) throws IOException {
		final int second = roi.getInt(RoiDecoder.HEADER2_OFFSET);
		if (second == 0 || roi.getShort(RoiDecoder.VERSION_OFFSET) < WITH_COUNTERS)
			return;
		final int counters = roi.getInt(second + RoiDecoder.COUNTERS_OFFSET);
		if (counters != 0) requireWithin(counters, points, BYTES_PER_FLOAT);
	}

	/** Where the coordinates in parts of pixels begin. */
	private static int parts(final int points) {
		return RoiDecoder.COORDINATES + 2 * 2 * points;
	}

	/** The length of the line through the points, in pixels. */
	private double curve(final int points) {
		double length = 0;
		for (int i = 1; i < points; i++)
			length += Math.hypot(x(i, points) - x(i - 1, points), y(i, points) - y(i -
				1, points));
		return length;
	}

	private double x(final int point, final int points) {
		return inParts ? roi.getFloat(parts(points) + BYTES_PER_FLOAT * point) : roi
			.getShort(RoiDecoder.COORDINATES + 2 * point);
	}

	private double y(final int point, final int points) {
		return inParts ? roi.getFloat(parts(points) + BYTES_PER_FLOAT * (points +
			point)) : roi.getShort(RoiDecoder.COORDINATES + 2 * (points + point));
	}

	private void requireWithin(final int offset, final long count,
		final int bytes) throws IOException
	{
		if (offset < 0 || count < 0 || offset + count * bytes > roi.limit())
			throw new IOException("Longer than the file");
	}

	private void requireNear(final int offset, final long count)
		throws IOException
	{
		requireWithin(offset, count, BYTES_PER_FLOAT);
		for (int i = 0; i < count; i++) {
			final float value = roi.getFloat(offset + BYTES_PER_FLOAT * i);
			if (!(Math.abs(value) <= FARTHEST)) throw new IOException(
				"Outside of any image");
		}
	}
}

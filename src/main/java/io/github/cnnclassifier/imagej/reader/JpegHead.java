
package io.github.cnnclassifier.imagej.reader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What stands in a JPEG file before its pixels, as far as it decides whether
 * and how they are read.
 */
final class JpegHead {

	private static final byte[] EXIF = latin("Exif\0\0");
	private static final byte[] JFIF = latin("JFIF\0");
	private static final byte[] ADOBE = latin("Adobe");
	private static final byte[] PROFILE = latin("ICC_PROFILE\0");
	/** Says that colors are stored as YCbCr; version 1.1, square pixels. */
	private static final byte[] JFIF_SEGMENT = { (byte) 0xff, (byte) 0xe0, 0, 16,
		'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0 };

	private static final int JFIF_MARK = 0xe0;
	private static final int EXIF_MARK = 0xe1;
	private static final int PROFILE_MARK = 0xe2;
	private static final int ADOBE_MARK = 0xee;
	private static final int START_OF_SCAN = 0xda;
	private static final int FIRST_FRAME = 0xc0;
	private static final int LAST_FRAME = 0xcf;
	/** Baseline, extended and progressive, each with Huffman codes. */
	private static final int LAST_USUAL_FRAME = 0xc2;
	/** Not frames, though numbered like them: tables and an extension. */
	private static final List<Integer> NO_FRAMES = List.of(0xc4, 0xc8, 0xcc);
	/** A marker and the length of its segment. */
	private static final int SEGMENT_HEAD = 4;

	/** @param length with the marker */
	private record Segment(int marker, int start, int length) {
	}

	private final byte[] file;
	private final List<Segment> segments;

	private JpegHead(final byte[] file, final List<Segment> segments) {
		this.file = file;
		this.segments = segments;
	}

	/** @param file its bytes, which begin as those of a JPEG do */
	static JpegHead of(final byte[] file) {
		final List<Segment> segments = new ArrayList<>();
		int at = 2;
		while (at + SEGMENT_HEAD <= file.length && file[at] == (byte) 0xff) {
			final int marker = file[at + 1] & 0xff;
			if (marker == START_OF_SCAN) break;
			// bytes that fill the space before a marker look like one
			if (marker == 0xff) {
				at++;
				continue;
			}
			final int length = 2 + ((file[at + 2] & 0xff) << 8 | file[at + 3] & 0xff);
			segments.add(new Segment(marker, at, Math.min(length, file.length - at)));
			at += length;
		}
		return new JpegHead(file, segments);
	}

	private static byte[] latin(final String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	private boolean has(final Segment segment, final int marker,
		final byte[] name)
	{
		final int content = segment.start() + SEGMENT_HEAD;
		return segment.marker() == marker && segment.length() >= SEGMENT_HEAD +
			name.length && Arrays.equals(file, content, content + name.length, name,
				0, name.length);
	}

	private boolean has(final int marker, final byte[] name) {
		return segments.stream().anyMatch(segment -> has(segment, marker, name));
	}

	/** @return whether there is a block that may tell which way is up */
	boolean hasExif() {
		return has(EXIF_MARK, EXIF);
	}

	/**
	 * @throws IOException with the reason, if this is an intact JPEG of a kind
	 *           that ImageJ opens neither
	 */
	void requireReadable() throws IOException {
		for (final Segment segment : segments) {
			final int marker = segment.marker();
			if (marker < FIRST_FRAME || marker > LAST_FRAME || NO_FRAMES.contains(
				marker) || segment.length() < SEGMENT_HEAD + 6) continue;
			if (marker > LAST_USUAL_FRAME) throw unreadable("with " + (marker == 0xc3
				? "lossless compression" : "an unusual compression"));
			final int bits = file[segment.start() + SEGMENT_HEAD] & 0xff;
			if (bits != 8) throw unreadable("with " + bits + " bits per value");
			final int colors = file[segment.start() + SEGMENT_HEAD + 5] & 0xff;
			if (colors == 4) throw unreadable("with the colors of a printer (CMYK)");
			if (colors != 1 && colors != 3) throw unreadable("with " + colors +
				" channels");
			return;
		}
	}

	private static IOException unreadable(final String kind) {
		return new IOException("It is a JPEG " + kind + ", which ImageJ does not " +
			"open either. Save it as RGB or gray, best as TIFF or PNG.");
	}

	/**
	 * Java's decoder converts colors where there is a color profile, and takes
	 * colors for RGB where nothing says that they are YCbCr. ImageJ and most
	 * others do neither.
	 *
	 * @return the file without profile, and with a statement on its colors; the
	 *         same array if nothing is to be changed
	 */
	byte[] asOthersReadIt() {
		final boolean stated = has(JFIF_MARK, JFIF) || has(ADOBE_MARK, ADOBE) ||
			hasNamedColors();
		final List<Segment> profiles = segments.stream().filter(segment -> has(
			segment, PROFILE_MARK, PROFILE)).toList();
		if (stated && profiles.isEmpty()) return file;
		final ByteArrayOutputStream plain = new ByteArrayOutputStream(file.length);
		plain.write(file, 0, 2);
		if (!stated) plain.writeBytes(JFIF_SEGMENT);
		int from = 2;
		for (final Segment profile : profiles) {
			plain.write(file, from, profile.start() - from);
			from = profile.start() + profile.length();
		}
		plain.write(file, from, file.length - from);
		return plain.toByteArray();
	}

	/** Components may be called R, G and B; then they are. */
	private boolean hasNamedColors() {
		return segments.stream().anyMatch(segment -> segment
			.marker() >= FIRST_FRAME && segment.marker() <= LAST_USUAL_FRAME &&
			segment.length() >= SEGMENT_HEAD + 15 && name(segment, 0) == 'R' && name(
				segment, 1) == 'G' && name(segment, 2) == 'B');
	}

	private int name(final Segment frame, final int component) {
		return file[frame.start() + SEGMENT_HEAD + 6 + 3 * component];
	}
}

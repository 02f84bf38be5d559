
package io.github.cnnclassifier.imagej.reader;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the directories of a TIFF file. Nothing that the file says is believed
 * before it was compared with the length of the file: neither counts nor
 * places, and no directory is read twice. After this ImageJ's own decoder,
 * which believes everything, can be let at the file.
 */
final class TiffChain {

	private static final int HEADER = 8;
	private static final int ENTRY = 12;
	private static final int VALUE = 8;
	/** ImageJ's limit. */
	private static final int MOST_ENTRIES = 1000;
	/** Entries may share what they refer to, but not without end. */
	private static final int SHARING = 4;
	private static final int SLACK = 1 << 20;
	private static final int IMAGEJ_HEAD = 804;

	private final FileChannel channel;
	private final long length;
	private final Set<Long> seen = new HashSet<>();
	private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
	private long directoryBytes;
	private long valueBytes;
	private long[] imageJCounts = {};

	private TiffChain(final FileChannel channel) throws IOException {
		this.channel = channel;
		length = channel.size();
	}

	/**
	 * @param file that begins as TIFF files do
	 * @return its directories in their order, at least one
	 * @throws IOException with a reason for the user, if the file is damaged
	 */
	static List<TiffDirectory> read(final Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file)) {
			return new TiffChain(channel).read();
		}
		catch (final EOFException e) {
			throw damaged("its end is missing.");
		}
	}

	private List<TiffDirectory> read() throws IOException {
		final ByteBuffer header = bytes(0, HEADER);
		if (header.get(0) == 'M') order = ByteOrder.BIG_ENDIAN;
		header.order(order);
		final List<TiffDirectory> found = new ArrayList<>();
		long next = unsigned(header, Integer.BYTES);
		while (next != 0) {
			if (!seen.add(next)) throw damaged("page " + (found.size() + 1) +
				" is page " + (indexOf(found, next) + 1) + " again.");
			if (next > length - Short.BYTES) {
				// ImageJ finds the planes of its own files by counting
				if (!found.isEmpty() && found.get(0).text(TiffTag.DESCRIPTION)
					.startsWith("ImageJ")) break;
				throw damaged("it has " + length + " bytes, the directory of page " +
					(found.size() + 1) + " is at " + next + ".");
			}
			next = readDirectory(next, found);
		}
		if (found.isEmpty()) throw damaged("no image in the TIFF file.");
		return found;
	}

	private static int indexOf(final List<TiffDirectory> found,
		final long offset)
	{
		int index = 0;
		while (index < found.size() && found.get(index).offset() != offset) {
			index++;
		}
		return index;
	}

	/** @return where the next one is, or 0 */
	private long readDirectory(final long offset, final List<TiffDirectory> found)
		throws IOException
	{
		final int number = found.size() + 1;
		final int count = bytes(offset, Short.BYTES).getShort(0) & 0xffff;
		if (count < 1 || count > MOST_ENTRIES) throw damaged(
			"the directory of page " + number + " has " + count + " entries.");
		final int size = count * ENTRY + Integer.BYTES;
		directoryBytes += Short.BYTES + size;
		if (directoryBytes > length) throw damaged("its directories overlap.");
		final ByteBuffer directory = bytes(offset + Short.BYTES, size);
		final Map<Integer, TiffDirectory.Entry> entries = new HashMap<>();
		for (int at = 0; at < count * ENTRY; at += ENTRY) {
			final int tag = directory.getShort(at) & 0xffff;
			if (isRead(tag, number)) entries.put(tag, entry(directory, at, number));
		}
		final TiffDirectory read = new TiffDirectory(number, offset, order,
			entries);
		checkImageJData(read);
		found.add(read);
		return unsigned(directory, count * ENTRY);
	}

	/** What ImageJ's decoder follows to another place, and what is used here. */
	private static boolean isRead(final int tag, final int page) {
		return switch (tag) {
			case TiffTag.DESCRIPTION, TiffTag.SOFTWARE, TiffTag.DATE_TIME,
					TiffTag.ARTIST, TiffTag.HOST_COMPUTER -> page == 1;
			case TiffTag.SUBFILE_TYPE, TiffTag.WIDTH, TiffTag.HEIGHT,
					TiffTag.BITS_PER_SAMPLE, TiffTag.COMPRESSION, TiffTag.PHOTOMETRIC,
					TiffTag.FILL_ORDER, TiffTag.STRIP_OFFSETS, TiffTag.SAMPLES_PER_PIXEL,
					TiffTag.ROWS_PER_STRIP, TiffTag.STRIP_BYTE_COUNTS,
					TiffTag.X_RESOLUTION, TiffTag.Y_RESOLUTION,
					TiffTag.PLANAR_CONFIGURATION, TiffTag.RESOLUTION_UNIT,
					TiffTag.PREDICTOR, TiffTag.COLOR_MAP, TiffTag.TILE_WIDTH,
					TiffTag.EXTRA_SAMPLES, TiffTag.SAMPLE_FORMAT, TiffTag.NIH_HEADER,
					TiffTag.IMAGEJ_COUNTS, TiffTag.IMAGEJ_DATA -> true;
			default -> false;
		};
	}

	private TiffDirectory.Entry entry(final ByteBuffer directory, final int at,
		final int page) throws IOException
	{
		final int tag = directory.getShort(at) & 0xffff;
		final int type = directory.getShort(at + Short.BYTES) & 0xffff;
		final long count = unsigned(directory, at + Integer.BYTES);
		final long size = count * TiffDirectory.Entry.sizeOf(type);
		if (size <= Integer.BYTES) return new TiffDirectory.Entry(type, directory
			.slice(at + VALUE, (int) size).order(order));
		final long place = unsigned(directory, at + VALUE);
		valueBytes += size;
		if (size > length - place || valueBytes > SHARING * length + SLACK)
			throw damaged("entry " + tag + " of page " + page + " claims " + count +
				" values, the file has " + length + " bytes.");
		final long read = tag == TiffTag.IMAGEJ_DATA ? Math.min(size, IMAGEJ_HEAD)
			: size;
		return new TiffDirectory.Entry(type, bytes(place, Math.toIntExact(read)));
	}

	/**
	 * ImageJ's own block has a head that names its parts, and an entry with the
	 * length of each.
	 */
	private void checkImageJData(final TiffDirectory directory)
		throws IOException
	{
		if (directory.entries().containsKey(TiffTag.IMAGEJ_COUNTS)) imageJCounts =
			directory.numbers(TiffTag.IMAGEJ_COUNTS);
		final TiffDirectory.Entry data = directory.entries().get(
			TiffTag.IMAGEJ_DATA);
		if (data == null || imageJCounts.length == 0) return;
		final long head = imageJCounts[0];
		if (head < ENTRY || head > IMAGEJ_HEAD) return;
		if (head > data.values().capacity()) throw damaged(
			"its ImageJ metadata is incomplete.");
		long parts = 1;
		for (int at = VALUE; at + Integer.BYTES <= head; at += VALUE) {
			parts += unsigned(data.values(), at);
		}
		if (parts > imageJCounts.length || Arrays.stream(imageJCounts)
			.sum() > length) throw damaged("its ImageJ metadata claims " + (parts -
				1) + " parts that it has not.");
	}

	private static long unsigned(final ByteBuffer buffer, final int at) {
		return buffer.getInt(at) & 0xffffffffL;
	}

	private ByteBuffer bytes(final long offset, final int count)
		throws IOException
	{
		final ByteBuffer buffer = ByteBuffer.allocate(count).order(order);
		while (buffer.hasRemaining()) {
			if (channel.read(buffer, offset + buffer.position()) < 0)
				throw new EOFException();
		}
		return buffer;
	}

	static IOException damaged(final String reason) {
		return new IOException(IntegrityCheck.CUT_SHORT + reason);
	}
}

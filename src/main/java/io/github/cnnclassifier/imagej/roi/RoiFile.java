
package io.github.cnnclassifier.imagej.roi;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.RoiDecoder;
import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.image.FreeHeap;
import io.github.cnnclassifier.image.UnusableRegion;
import io.github.cnnclassifier.imagej.Drawing;

/** ROIs as ImageJ saves them: one in a file, or many in a zip. */
final class RoiFile {

	private static final String ROI = "Iout";
	private static final String ZIP = "PK";
	private static final String EXTENSION = ".roi";
	/** As ImageJ itself: a larger one is none. */
	private static final int LARGEST_BYTES = 5 << 20;
	private static final int MOST = 100_000;
	/** All of a zip, unpacked; the ROIs of 100,000 cells have 50 MB. */
	private static final long MOST_UNPACKED = 256L << 20;
	/** A ROI in memory, compared with its bytes. */
	private static final int TIMES_LARGER = 10;
	private static final int MARGIN = 8 << 20;

	private final List<Roi> rois = new ArrayList<>();
	private final RoiGroups groups = new RoiGroups();
	private final List<UnusableRegion> damaged = new ArrayList<>();
	private int drawings;

	private RoiFile() {}

	/** Whether the content, not the name, is that of ROIs. */
	static boolean isOne(final Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			final String head = new String(in.readNBytes(ROI.length()),
				StandardCharsets.ISO_8859_1);
			return head.equals(ROI) || head.startsWith(ZIP);
		}
	}

	static RoiFile read(final Path file) throws IOException {
		final RoiFile found = new RoiFile();
		try (InputStream in = Files.newInputStream(file)) {
			if (isZip(file)) {
				// Its end has the list of what is in it: without, ROIs are missing.
				new ZipFile(file.toFile()).close();
				found.addAll(new ZipInputStream(in));
			}
			else found.add(in.readNBytes(LARGEST_BYTES + 1), file.getFileName()
				.toString());
		}
		// the JDK reports a name in a broken encoding as an illegal argument
		catch (EOFException | ZipException | IllegalArgumentException e) {
			throw new IOException("The zip is damaged or cut short. Save it again.",
				e);
		}
		if (found.rois.isEmpty() && found.damaged.isEmpty()) throw new IOException(
			found.drawings > 0 ? "It holds only what was drawn over an image."
				: "The zip holds no file that ends with .roi.");
		return found;
	}

	private static boolean isZip(final Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return new String(in.readNBytes(ZIP.length()),
				StandardCharsets.ISO_8859_1).equals(ZIP);
		}
	}

	private void addAll(final ZipInputStream zip) throws IOException {
		long left = MOST_UNPACKED;
		for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip
			.getNextEntry())
		{
			final String name = entry.getName();
			final byte[] bytes = zip.readNBytes(LARGEST_BYTES + 1);
			left = drain(zip, left - bytes.length);
			// what macOS adds to a zip is no ROI
			if (!name.endsWith(EXTENSION) || name.startsWith("__MACOSX/")) continue;
			if (rois.size() + damaged.size() == MOST) throw new IOException(
				"The zip holds more than " + MOST + " ROIs.");
			add(bytes, name);
		}
	}

	/** @return what is left of the bytes that a zip may unpack to */
	private static long drain(final InputStream in, final long before)
		throws IOException
	{
		final byte[] buffer = new byte[1 << 16];
		long left = before;
		for (int n; left >= 0 && (n = in.read(buffer)) >= 0;)
			left -= n;
		if (left < 0) throw new IOException("The zip unpacks to more than " +
			(MOST_UNPACKED >> 20) + " MB.");
		return left;
	}

	private void add(final byte[] bytes, final String name) throws IOException {
		if (!FreeHeap.has(MARGIN + (long) TIMES_LARGER * bytes.length))
			throw new IOException("The ROIs need more memory than Java has left. " +
				"Close images, or give Java more memory.");
		try {
			final RoiHeader header = new RoiHeader(bytes);
			if (header.isImage()) {
				addUnusable(name, "it is an image");
				return;
			}
			final Roi roi = decoded(header, bytes, name);
			if (Drawing.isOne(roi)) drawings++;
			else rois.add(roi);
		}
		catch (final IOException | RuntimeException e) {
			// ImageJ's decoder throws anything on damaged content
			addUnusable(name, "it is not a ROI, or damaged");
		}
	}

	private void addUnusable(final String name, final String reason) {
		damaged.add(new UnusableRegion(0, Legible.line(name), reason));
	}

	private Roi decoded(final RoiHeader header, final byte[] bytes,
		final String name) throws IOException
	{
		if (bytes.length > LARGEST_BYTES) throw new IOException("Too large");
		header.requirePlausible();
		final int group = takeGroup(bytes);
		final Roi roi = new RoiDecoder(bytes, name).getRoi();
		if (roi == null) throw new IOException("No ROI");
		groups.set(roi, group);
		return roi;
	}

	/**
	 * The decoder would give a ROI with a group ImageJ's color of that group,
	 * instead of its own.
	 */
	private static int takeGroup(final byte[] bytes) {
		final long at = ByteBuffer.wrap(bytes).getInt(RoiDecoder.HEADER2_OFFSET) +
			(long) RoiDecoder.GROUP;
		if (at <= RoiDecoder.GROUP || at >= bytes.length) return 0;
		final int group = bytes[(int) at] & 0xff;
		bytes[(int) at] = 0;
		return group;
	}

	/** The regions of an image that these ROIs are. */
	FoundRegions in(final ImagePlus image) {
		final FoundRegions found = RoiRegions.of(image, rois,
			FoundRegions.Place.FILE);
		final List<UnusableRegion> unusable = new ArrayList<>(damaged);
		unusable.addAll(found.unusable());
		return new FoundRegions(found.place(), rois, found.regions(), unusable);
	}
}

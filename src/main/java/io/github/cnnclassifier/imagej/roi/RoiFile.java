
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
import io.github.cnnclassifier.image.UnusableRegion;

/** ROIs as ImageJ saves them: one in a file, or many in a zip. */
final class RoiFile {

	private static final String ROI = "Iout";
	private static final String ZIP = "PK";
	private static final String EXTENSION = ".roi";
	/** As ImageJ itself: a larger one is none. */
	private static final int LARGEST_BYTES = 5 << 20;
	private static final int MOST = 100_000;
	private static final int BYTES_PER_POINT = 4;

	private final List<Roi> rois = new ArrayList<>();
	private final RoiGroups groups = new RoiGroups();
	private final List<UnusableRegion> damaged = new ArrayList<>();

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
			else found.add(in, file.getFileName().toString());
		}
		catch (final EOFException | ZipException e) {
			throw new IOException("The zip is damaged or cut short. Save it again.",
				e);
		}
		if (found.rois.isEmpty() && found.damaged.isEmpty()) throw new IOException(
			"The zip holds no file that ends with .roi.");
		return found;
	}

	private static boolean isZip(final Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return new String(in.readNBytes(ZIP.length()),
				StandardCharsets.ISO_8859_1).equals(ZIP);
		}
	}

	private void addAll(final ZipInputStream zip) throws IOException {
		for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip
			.getNextEntry())
		{
			final String name = entry.getName();
			// what macOS adds to a zip is no ROI
			if (!name.endsWith(EXTENSION) || name.startsWith("__MACOSX/")) continue;
			if (rois.size() + damaged.size() == MOST) throw new IOException(
				"The zip holds more than " + MOST + " ROIs.");
			add(zip, name);
		}
	}

	private void add(final InputStream in, final String name) throws IOException {
		final byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
		try {
			rois.add(decoded(bytes, name));
		}
		catch (final IOException | RuntimeException e) {
			// ImageJ's decoder throws anything on damaged content
			damaged.add(new UnusableRegion(0, name, "it is not a ROI, or damaged"));
		}
	}

	private Roi decoded(final byte[] bytes, final String name)
		throws IOException
	{
		if (bytes.length > LARGEST_BYTES || claimedPoints(bytes) > bytes.length /
			BYTES_PER_POINT) throw new IOException("Implausible size");
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

	/** The decoder allocates what the file claims. */
	private static long claimedPoints(final byte[] bytes) {
		final ByteBuffer roi = ByteBuffer.wrap(bytes);
		final int composite = roi.getInt(RoiDecoder.SHAPE_ROI_SIZE);
		if (composite > 0) return composite;
		final int points = roi.getShort(RoiDecoder.N_COORDINATES) & 0xffff;
		final int type = roi.get(RoiDecoder.TYPE);
		final boolean corners = type == 1 || type == 2 || type == 3;
		return points > 0 || corners ? points : Math.max(0, roi.getInt(
			RoiDecoder.SIZE));
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


package io.github.cnnclassifier.imagej.reader;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileInfo;
import ij.io.FileOpener;
import ij.io.TiffDecoder;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.HeapRoom;

/**
 * A TIFF file whose directories were read and checked, and whose images are
 * read one by one when they are asked for. An image is a page, or a part of the
 * one page that ImageJ writes for a stack. Immutable and thread-safe.
 * <p>
 * Uncompressed pixels ImageJ reads from the file, once; others are unpacked
 * here first, and then read by ImageJ from memory.
 */
final class TiffFile {

	private final Path file;
	private final List<TiffPage> pages;
	private final List<FileInfo> infos;
	private final List<TiffPage> leftOut;
	private final int imagesOfPage;
	private final boolean refusedByImageJ;

	private TiffFile(final Path file, final List<TiffPage> all)
		throws IOException
	{
		this.file = file;
		final TiffPage first = all.get(0);
		first.requireSupported();
		final FileInfo[] known = decoded(file, all);
		refusedByImageJ = known == null;
		final FileInfo[] decoded = refusedByImageJ ? new FileInfo[] { first
			.plainInfo(file) } : known;
		imagesOfPage = first.isDirect() ? Math.max(1, decoded[0].nImages) : 1;
		pages = new ArrayList<>();
		infos = new ArrayList<>();
		leftOut = new ArrayList<>();
		for (int i = 0; i < all.size(); i++) {
			final TiffPage page = all.get(i);
			if (i > 0 && imagesOfPage > 1) continue;
			if (!page.isLike(first)) leftOut.add(page);
			else {
				pages.add(page);
				infos.add(info(decoded, i));
			}
		}
		final long length = Files.size(file);
		for (final TiffPage page : pages) {
			page.checkStrips(length);
		}
		final long end = first.stripOffset(0) + first.bytes() * imagesOfPage;
		if (imagesOfPage > 1 && end > length) throw TiffChain.damaged("expected " +
			first.bytes() * imagesOfPage + " bytes of pixels, found " + Math.max(0,
				length - first.stripOffset(0)) + ".");
	}

	/**
	 * @param file that begins as TIFF files do
	 * @return what it holds; pixels are not read yet
	 * @throws UnsupportedTiff if it is of a kind that is not read here
	 * @throws IOException with a reason for the user, if it is damaged
	 */
	static TiffFile of(final Path file) throws IOException {
		final List<TiffPage> pages = new ArrayList<>();
		for (final TiffDirectory directory : TiffChain.read(file)) {
			pages.add(new TiffPage(directory));
		}
		return new TiffFile(file, pages);
	}

	/** What ImageJ knows of the file; null if it refuses it. */
	private static FileInfo[] decoded(final Path file,
		final List<TiffPage> pages)
	{
		if (!pages.stream().allMatch(TiffPage::isSupported)) return null;
		final File absolute = file.toAbsolutePath().toFile();
		try {
			return new TiffDecoder(absolute.getParent() + File.separator, absolute
				.getName()).getTiffInfo();
		}
		catch (final IOException | RuntimeException e) {
			// for a kind of pixels that it does not know, which may be known here
			return null;
		}
	}

	/** All pages are one image, with one pixel size and one description. */
	private static FileInfo info(final FileInfo[] decoded, final int page) {
		final FileInfo first = decoded[0];
		final FileInfo info = (FileInfo) (page < decoded.length ? decoded[page]
			: first).clone();
		info.description = first.description;
		info.unit = first.unit;
		info.pixelWidth = first.pixelWidth;
		info.pixelHeight = first.pixelHeight;
		return info;
	}

	/** @return how many can be read, at least one */
	int images() {
		return imagesOfPage > 1 ? imagesOfPage : pages.size();
	}

	/** @return of the file, those that are left out too */
	int pages() {
		return imagesOfPage > 1 ? imagesOfPage : pages.size() + leftOut.size();
	}

	/**
	 * @param page 0-based
	 * @return index of the image that it is; -1 if it is left out
	 */
	int imageOf(final int page) {
		for (int i = 0; i < pages.size(); i++) {
			if (pages.get(i).number() == page + 1) return i;
		}
		return -1;
	}

	/** @return pages that differ from the first one, and are not read */
	List<TiffPage> leftOut() {
		return List.copyOf(leftOut);
	}

	/** @return how the images are stored; they are all alike */
	TiffPage page() {
		return pages.get(0);
	}

	/** @return of all images; null if there is none */
	String description() {
		return infos.get(0).description;
	}

	/** @return of an image; null if it has none */
	String label(final int image) {
		final String[] labels = infos.get(0).sliceLabels;
		return labels == null || image >= labels.length ? null : labels[image];
	}

	/** @return whether ImageJ's own opener reads the whole file right */
	boolean isForImageJ() {
		// of pages that differ it opens the first one only
		if (refusedByImageJ || images() > 1 && !leftOut.isEmpty()) return false;
		for (int i = 0; i < pages.size(); i++) {
			if (!isRead(infos.get(i), pages.get(i))) return false;
			if (i > 0 && pages.get(i).stripOffset(0) < pages.get(i - 1).stripOffset(
				0)) return false;
		}
		return true;
	}

	private static boolean isRead(final FileInfo info, final TiffPage page) {
		final boolean palette = info.fileType == FileInfo.COLOR8 && page
			.fileType() == FileInfo.GRAY8;
		return page.isDirect() && (palette || info.fileType == page.fileType());
	}

	/**
	 * @param image 0-based
	 * @return all channels of one image, not shown, without marks on it
	 * @throws IOException with a reason for the user, if it cannot be read
	 */
	ImagePlus open(final int image) throws IOException {
		final TiffPage page = pages.get(imagesOfPage > 1 ? 0 : image);
		requireRoom(page, 1);
		final FileInfo info = (FileInfo) infos.get(imagesOfPage > 1 ? 0 : image)
			.clone();
		info.width = page.width();
		info.height = page.height();
		info.nImages = 1;
		info.compression = FileInfo.COMPRESSION_NONE;
		info.roi = null;
		info.overlay = null;
		info.plot = null;
		return page.isDirect() ? openDirect(info, page, image) : openUnpacked(info,
			page);
	}

	private ImagePlus openDirect(final FileInfo info, final TiffPage page,
		final int image) throws IOException
	{
		if (!isRead(info, page)) info.fileType = page.fileType();
		info.longOffset = page.stripOffset(0) + (imagesOfPage > 1 ? image * (page
			.bytes() + info.getGap()) : 0);
		info.stripOffsets = new int[] { (int) info.longOffset };
		info.stripLengths = new int[] { (int) page.bytes() };
		return opened(info);
	}

	private ImagePlus openUnpacked(final FileInfo info, final TiffPage page)
		throws IOException
	{
		final ByteOrder order = info.intelByteOrder ? ByteOrder.LITTLE_ENDIAN
			: ByteOrder.BIG_ENDIAN;
		final byte[] pixels = TiffPixels.arrange(page, TiffStrips.unpack(file, page,
			order), order);
		final boolean palette = info.fileType == FileInfo.COLOR8;
		info.fileType = TiffPixels.type(page);
		if (palette && info.fileType == FileInfo.GRAY8) info.fileType =
			FileInfo.COLOR8;
		if (page.isGray()) info.samplesPerPixel = 1;
		final int size = pixels.length / page.channels();
		final ImageStack stack = new ImageStack(page.width(), page.height());
		ImagePlus first = null;
		for (int c = 0; c < page.channels(); c++) {
			final FileInfo channel = (FileInfo) info.clone();
			channel.offset = 0;
			channel.longOffset = 0;
			channel.stripOffsets = new int[] { 0 };
			channel.stripLengths = new int[] { size };
			channel.inputStream = new ByteArrayInputStream(pixels, c * size, size);
			final ImagePlus opened = opened(channel);
			channel.inputStream = null;
			if (page.channels() == 1) return opened;
			if (first == null) first = opened;
			stack.addSlice(opened.getProcessor());
		}
		final ImagePlus joined = new ImagePlus(first.getTitle(), stack);
		joined.setDimensions(page.channels(), 1, 1);
		joined.setCalibration(first.getCalibration());
		joined.setFileInfo(info);
		return joined;
	}

	private static ImagePlus opened(final FileInfo info) throws IOException {
		final ImagePlus opened;
		try {
			opened = new FileOpener(info).openImage();
		}
		catch (final RuntimeException e) {
			// ImageJ's readers throw anything on damaged content
			throw new IOException("ImageJ cannot read the file: " + e, e);
		}
		if (opened == null) throw new IOException(
			"An image of the file cannot be read; it may be damaged.");
		return opened;
	}

	/**
	 * @throws IOException that calls the images too large, if the memory does not
	 *           hold so many of them now
	 */
	void requireRoom(final int images) throws IOException {
		requireRoom(page(), images);
	}

	private static void requireRoom(final TiffPage page, final int images)
		throws IOException
	{
		if (!page.fitsAnArray()) throw new IOException("The image of " + page +
			" is too large: Java holds " + (Integer.MAX_VALUE >> 20) +
			" million values in one piece. Cut it into parts.");
		try {
			HeapRoom.require(images * page.heapBytes(), images == 1
				? "The image of " + page : "The stack of " + images + " images of " +
					page);
		}
		catch (final UserFailure e) {
			throw new IOException(e.getMessage(), e);
		}
	}
}

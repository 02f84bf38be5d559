
package io.github.cnnclassifier.imagej.reader;

import java.io.File;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;

import ij.io.FileInfo;

/**
 * How the pixels of one page of a TIFF file are stored, and as what they are
 * read.
 */
final class TiffPage {

	private static final int RGB = 2;
	private static final int PALETTE = 3;
	private static final int MASK = 4;
	private static final int CMYK = 5;
	private static final int FLOAT = 3;
	private static final int UNDEFINED = 4;
	private static final int PLANAR = 2;
	private static final int REVERSED = 2;
	private static final int MOST_SAMPLES = 1000;
	private static final int COLORS = 256;
	private static final int NO_RESOLUTION = 72;
	/** No compression that is read packs more bytes into one: LZW. */
	private static final int MOST_PACKED = 4096;

	private final TiffDirectory directory;
	private final int width;
	private final int height;
	private final int bits;
	private final int samples;
	private final long[] offsets;
	private final long[] lengths;

	/**
	 * @throws IOException if the image has no size, or one that no image of
	 *           ImageJ has
	 */
	TiffPage(final TiffDirectory directory) throws IOException {
		this.directory = directory;
		final long claimedWidth = directory.number(TiffTag.WIDTH, 0);
		final long claimedHeight = directory.number(TiffTag.HEIGHT, 0);
		if (claimedWidth < 1 || claimedHeight < 1 ||
			claimedWidth > Integer.MAX_VALUE || claimedHeight > Integer.MAX_VALUE)
			throw new IOException("The TIFF file says that its image is " +
				claimedWidth + " x " + claimedHeight + " pixels.");
		width = (int) claimedWidth;
		height = (int) claimedHeight;
		bits = (int) directory.number(TiffTag.BITS_PER_SAMPLE, 1);
		samples = (int) directory.number(TiffTag.SAMPLES_PER_PIXEL, 1);
		offsets = directory.numbers(TiffTag.STRIP_OFFSETS);
		lengths = directory.numbers(TiffTag.STRIP_BYTE_COUNTS);
	}

	TiffDirectory directory() {
		return directory;
	}

	int number() {
		return directory.number();
	}

	int width() {
		return width;
	}

	int height() {
		return height;
	}

	/** @return of one stored value */
	int bits() {
		return bits;
	}

	/** @return stored values of one pixel, transparency among them */
	int samples() {
		return samples;
	}

	int compression() {
		return (int) directory.number(TiffTag.COMPRESSION, 1);
	}

	boolean isCompressed() {
		// 0 is written by some for uncompressed, and read so by ImageJ
		return compression() > 1;
	}

	/** @return 1 for none, 2 for differences between neighbors */
	int predictor() {
		return isCompressed() ? (int) directory.number(TiffTag.PREDICTOR, 1) : 1;
	}

	boolean isPlanar() {
		return samples > 1 && directory.number(TiffTag.PLANAR_CONFIGURATION,
			1) == PLANAR;
	}

	/** @return whether the first pixel is in the lowest bit of a byte */
	boolean isReversed() {
		return directory.number(TiffTag.FILL_ORDER, 1) == REVERSED;
	}

	/** @return whether the lowest value is meant to be shown as white */
	boolean isWhiteZero() {
		return photometric() == 0;
	}

	/** @return whether it says that it is a smaller copy of another page */
	boolean isSmallerCopy() {
		return (directory.number(TiffTag.SUBFILE_TYPE, 0) & 1) != 0;
	}

	private int photometric() {
		return (int) directory.number(TiffTag.PHOTOMETRIC, 1);
	}

	private int sampleFormat() {
		final int format = (int) directory.number(TiffTag.SAMPLE_FORMAT, 1);
		return format == UNDEFINED ? 1 : format;
	}

	/** @return how many of the samples are red, green and blue, or the like */
	private int colors() {
		if (photometric() == CMYK) return 4;
		// ImageJ takes any three for colors
		return photometric() == RGB || samples == 3 && bits <= 16 ? 3 : 0;
	}

	/** @return the channels that the page is read as, 1 for a color image */
	int channels() {
		return colors() > 0 ? 1 : samples - transparencies();
	}

	/** @return whether one channel of ImageJ holds all colors */
	boolean isColor() {
		return colors() > 0;
	}

	/** @return whether the samples are not colors */
	boolean isGray() {
		return colors() == 0;
	}

	boolean isSupported() {
		try {
			requireSupported();
			return true;
		}
		catch (final UnsupportedTiff e) {
			return false;
		}
	}

	/** @return whether both can be planes of one stack */
	boolean isLike(final TiffPage other) {
		return isSupported() && width == other.width && height == other.height &&
			fileType() == other.fileType() && channels() == other.channels();
	}

	private int transparencies() {
		final long[] extra = directory.numbers(TiffTag.EXTRA_SAMPLES);
		return (int) Math.min(samples - 1L, Arrays.stream(extra).filter(
			kind -> kind == 1 || kind == 2).count());
	}

	/** @return of a row as it is stored; of planar pages a row of one plane */
	long rowBytes() {
		return ((long) width * bits * (isPlanar() ? 1 : samples) + 7) / 8;
	}

	/** @return of all pixels as they are stored, uncompressed */
	long bytes() {
		return rowBytes() * height * planes();
	}

	/** @return in the last strip of a plane there may be fewer */
	int rowsPerStrip() {
		final long rows = directory.number(TiffTag.ROWS_PER_STRIP, height);
		// who writes a single strip may say anything here
		final boolean single = offsets.length <= planes();
		return single || rows < 1 || rows > height ? height : (int) rows;
	}

	private int planes() {
		return isPlanar() ? samples : 1;
	}

	/** @return of one plane */
	private int stripsOfPlane() {
		return (height - 1) / rowsPerStrip() + 1;
	}

	/** @return of all planes */
	int strips() {
		return stripsOfPlane() * planes();
	}

	/** @return where a strip begins in the file */
	long stripOffset(final int strip) {
		return offsets[strip];
	}

	/**
	 * @return as the file says, which is nothing that uncompressed pixels need
	 */
	long packedBytes(final int strip) {
		return isCompressed() ? lengths[strip] : stripBytes(strip);
	}

	/**
	 * @param strip 0-based, of all planes
	 * @return of the strip, uncompressed
	 */
	long stripBytes(final int strip) {
		final long rows = Math.min(rowsPerStrip(), height - (long) (strip %
			stripsOfPlane()) * rowsPerStrip());
		return rows * rowBytes();
	}

	/** @throws UnsupportedTiff that says what it is that is not read */
	void requireSupported() throws UnsupportedTiff {
		final String page = " in page " + number();
		final int compression = compression();
		if (isCompressed() && !TiffStrips.isKnown(compression))
			throw new UnsupportedTiff("Compression " + compression + nameOf(
				compression) + page);
		if (directory.entries().containsKey(TiffTag.TILE_WIDTH))
			throw new UnsupportedTiff("A TIFF file with tiles instead of strips");
		if (predictor() > 2 || predictor() == 2 && bits % Byte.SIZE != 0)
			throw new UnsupportedTiff("Predictor " + predictor() + page);
		if (photometric() > CMYK || photometric() == MASK)
			throw new UnsupportedTiff("Photometric interpretation " + photometric() +
				nameOfColors() + page);
		if (Arrays.stream(directory.numbers(TiffTag.BITS_PER_SAMPLE)).anyMatch(
			other -> other != bits)) throw new UnsupportedTiff(
				"A TIFF file with samples of different bits");
		if (!isLayoutKnown()) throw new UnsupportedTiff("An image of " + samples +
			(samples == 1 ? " sample" : " samples") + " of " + bits + " bits" +
			nameOfFormat() + (photometric() == PALETTE ? " and a palette"
				: photometric() == CMYK ? " in CMYK" : "") + page);
	}

	private boolean isLayoutKnown() {
		final int format = sampleFormat();
		if (samples < 1 || samples > MOST_SAMPLES) return false;
		if (photometric() == PALETTE) return samples == 1 && bits == 8 &&
			format == 1;
		if (colors() == 4) return samples == 4 && bits == 8 && !isPlanar();
		if (colors() == 3) return format == 1 && (samples == 3 || samples == 4) &&
			(bits == 8 || bits == 16);
		return switch (bits) {
			case 1, 2, 4, 10, 12, 14 -> samples == 1 && format == 1;
			case 8 -> format == 1;
			case 16 -> format == 1 || format == 2;
			case 32 -> format <= FLOAT;
			case 64 -> format == FLOAT;
			default -> false;
		};
	}

	private String nameOfFormat() {
		return switch (sampleFormat()) {
			case 1 -> "";
			case 2 -> " with a sign";
			case FLOAT -> " (floating point)";
			default -> " (complex numbers)";
		};
	}

	private static String nameOf(final int compression) {
		return switch (compression) {
			case 2, 3, 4 -> " (fax)";
			case 6, 7, 34892 -> " (JPEG)";
			case 33003, 33004, 33005, 34712 -> " (JPEG 2000)";
			case 34887 -> " (LERC)";
			case 34925 -> " (LZMA)";
			case 50000 -> " (ZSTD)";
			case 50001 -> " (WebP)";
			default -> "";
		};
	}

	private String nameOfColors() {
		return switch (photometric()) {
			case MASK -> " (mask)";
			case 6 -> " (YCbCr)";
			case 8, 9, 10 -> " (Lab)";
			case 32803 -> " (camera raw)";
			case 32844, 32845 -> " (LogLuv)";
			default -> "";
		};
	}

	/**
	 * Compares the places of the pixels with the length of the file.
	 *
	 * @throws IOException if pixels are missing for sure
	 */
	void checkStrips(final long length) throws IOException {
		final int strips = strips();
		if (offsets.length < strips || isCompressed() && lengths.length < strips)
			throw TiffChain.damaged("page " + number() + " has " + strips +
				" strips of pixels, the file tells the places of " + Math.min(
					offsets.length, lengths.length) + ".");
		long present = 0;
		for (int i = 0; i < strips; i++) {
			final long packed = packedBytes(i);
			if (isCompressed() && offsets[i] + packed > length) throw TiffChain
				.damaged("it has " + length + " bytes, its pixels end at " +
					(offsets[i] + packed) + ".");
			if (isCompressed() && packed * MOST_PACKED < stripBytes(i))
				throw TiffChain.damaged("expected " + stripBytes(i) +
					" bytes of pixels, found " + packed + " bytes packed.");
			present += Math.max(0, Math.min(packed, length - offsets[i]));
		}
		if (!isCompressed() && present < bytes()) throw TiffChain.damaged(
			"expected " + bytes() + " bytes of pixels, found " + present + ".");
	}

	/** @return whether uncompressed pixels stand in one piece */
	boolean isInOnePiece() {
		for (int i = 1; i < strips(); i++) {
			if (offsets[i] != offsets[i - 1] + stripBytes(i - 1)) return false;
		}
		return true;
	}

	/** @return whether ImageJ reads the pixels right as they stand in the file */
	boolean isDirect() {
		return !isCompressed() && !isReversed() && isInOnePiece() &&
			(colors() > 0 || samples == 1) && switch (bits) {
				case 2, 4, 14 -> false;
				// 4 values in 5 bytes
				case 10 -> width % 4 == 0;
				default -> true;
			};
	}

	/** @return one of the constants of FileInfo, as what ImageJ reads it */
	int fileType() {
		if (photometric() == CMYK) return FileInfo.CMYK;
		if (colors() == 3) return colorType();
		return switch (bits) {
			case 1 -> FileInfo.BITMAP;
			case 10 -> FileInfo.GRAY10_UNSIGNED;
			case 12 -> FileInfo.GRAY12_UNSIGNED;
			case 14 -> FileInfo.GRAY16_UNSIGNED;
			case 16 -> sampleFormat() == 2 ? FileInfo.GRAY16_SIGNED
				: FileInfo.GRAY16_UNSIGNED;
			case 32 -> sampleFormat() == FLOAT ? FileInfo.GRAY32_FLOAT
				: sampleFormat() == 2 ? FileInfo.GRAY32_INT : FileInfo.GRAY32_UNSIGNED;
			case 64 -> FileInfo.GRAY64_FLOAT;
			default -> photometric() == PALETTE ? FileInfo.COLOR8 : FileInfo.GRAY8;
		};
	}

	private int colorType() {
		if (bits == 16) return isPlanar() ? FileInfo.RGB48_PLANAR : FileInfo.RGB48;
		if (isPlanar()) return FileInfo.RGB_PLANAR;
		return samples == 3 ? FileInfo.RGB : FileInfo.ARGB;
	}

	/**
	 * @return what ImageJ would know of the page, if it did not refuse the file
	 */
	FileInfo plainInfo(final Path file) {
		final File absolute = file.toAbsolutePath().toFile();
		final FileInfo info = new FileInfo();
		info.fileFormat = FileInfo.TIFF;
		info.directory = absolute.getParent() + File.separator;
		info.fileName = absolute.getName();
		info.width = width;
		info.height = height;
		info.intelByteOrder = directory.order() == ByteOrder.LITTLE_ENDIAN;
		info.fileType = fileType();
		info.whiteIsZero = isWhiteZero();
		info.samplesPerPixel = samples;
		final String description = directory.text(TiffTag.DESCRIPTION);
		if (!description.isEmpty()) info.description = description;
		addPixelSize(info);
		addPalette(info);
		return info;
	}

	private void addPixelSize(final FileInfo info) {
		final double x = directory.fraction(TiffTag.X_RESOLUTION);
		final double y = directory.fraction(TiffTag.Y_RESOLUTION);
		final long unit = directory.number(TiffTag.RESOLUTION_UNIT, 2);
		// 72 dots per inch say nothing, as in ImageJ
		if (x <= 0 || y <= 0 || unit == 2 && x == NO_RESOLUTION) return;
		info.pixelWidth = 1 / x;
		info.pixelHeight = 1 / y;
		info.unit = unit == 2 ? "inch" : unit == 3 ? "cm" : " ";
	}

	private void addPalette(final FileInfo info) {
		final long[] colors = directory.numbers(TiffTag.COLOR_MAP);
		if (photometric() != PALETTE || colors.length != 3 * COLORS) return;
		info.lutSize = COLORS;
		info.reds = new byte[COLORS];
		info.greens = new byte[COLORS];
		info.blues = new byte[COLORS];
		for (int i = 0; i < COLORS; i++) {
			info.reds[i] = (byte) (colors[i] >> Byte.SIZE);
			info.greens[i] = (byte) (colors[COLORS + i] >> Byte.SIZE);
			info.blues[i] = (byte) (colors[2 * COLORS + i] >> Byte.SIZE);
		}
	}

	/**
	 * @return bytes of memory that the image needs: the pixels as they are read,
	 *         and the sample that is made of them
	 */
	long heapBytes() {
		final long pixels = (long) width * height;
		final long values = pixels * Math.max(colors(), channels());
		final int size = bits <= 8 ? 1 : bits <= 16 ? Short.BYTES : Float.BYTES;
		final long read = colors() > 0 && bits == 8 ? pixels * Integer.BYTES
			: values * size;
		return read + values * size + (isCompressed() ? bytes() : 0);
	}

	/** @return whether one array of Java holds all values */
	boolean fitsAnArray() {
		final long values = (long) width * height * Math.max(samples, colors());
		return values < Integer.MAX_VALUE - 8 && bytes() < Integer.MAX_VALUE - 8;
	}

	@Override
	public String toString() {
		return width + " x " + height + " pixels";
	}
}

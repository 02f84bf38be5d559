
package io.github.cnnclassifier.imagej.reader;

/** Numbers of the entries of a TIFF directory that matter here. */
final class TiffTag {

	static final int SUBFILE_TYPE = 254;
	static final int WIDTH = 256;
	static final int HEIGHT = 257;
	static final int BITS_PER_SAMPLE = 258;
	static final int COMPRESSION = 259;
	static final int PHOTOMETRIC = 262;
	static final int FILL_ORDER = 266;
	static final int DESCRIPTION = 270;
	static final int STRIP_OFFSETS = 273;
	static final int SAMPLES_PER_PIXEL = 277;
	static final int ROWS_PER_STRIP = 278;
	static final int STRIP_BYTE_COUNTS = 279;
	static final int X_RESOLUTION = 282;
	static final int Y_RESOLUTION = 283;
	static final int PLANAR_CONFIGURATION = 284;
	static final int RESOLUTION_UNIT = 296;
	static final int SOFTWARE = 305;
	static final int DATE_TIME = 306;
	static final int ARTIST = 315;
	static final int HOST_COMPUTER = 316;
	static final int PREDICTOR = 317;
	static final int COLOR_MAP = 320;
	static final int TILE_WIDTH = 322;
	static final int EXTRA_SAMPLES = 338;
	static final int SAMPLE_FORMAT = 339;
	static final int NIH_HEADER = 43314;
	static final int IMAGEJ_COUNTS = 50838;
	static final int IMAGEJ_DATA = 50839;

	private TiffTag() {}
}


package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;
import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.launch.CommandLine;
import io.github.cnnclassifier.launch.Commands;
import io.github.cnnclassifier.progress.Progress;

/**
 * Commands on single images that refuse: each way to mend it that they tell
 * works when it is taken.
 */
class MendedImagesTest {

	private static final int SIDE = 28;

	@TempDir
	private static Path folder;

	private static Context context;
	private static int run;

	@BeforeAll
	static void makeImages() throws Exception {
		context = new Context();
		final ImageStack channels = new ImageStack(SIDE, SIDE);
		channels.addSlice("DAPI", digit());
		channels.addSlice("GFP", new ByteProcessor(SIDE, SIDE));
		final ImagePlus two = new ImagePlus("two", channels);
		two.setDimensions(2, 1, 1);
		save("two", new CompositeImage(two));
		save("gray", new ImagePlus("", digit()));
		save("rgb", new ImagePlus("", new ColorProcessor(SIDE, SIDE)));
		final ShortProcessor deep = new ShortProcessor(SIDE, SIDE);
		deep.set(5, 5, 700);
		save("deep", new ImagePlus("", deep));
		final FloatProcessor fractions = new FloatProcessor(SIDE, SIDE);
		fractions.setf(5, 5, 0.5f);
		save("fractions", new ImagePlus("", fractions));
		save("narrow", new ImagePlus("", new ByteProcessor(20, 24)));
		save("colored/1/a", new ImagePlus("", new ColorProcessor(SIDE, SIDE)));
		save("unlabeled/a", new ImagePlus("", new ColorProcessor(SIDE, SIDE)));
		RoiEncoder.save(new Roi(2, 2, 20, 20), folder.resolve("one.roi")
			.toString());
	}

	@AfterAll
	static void endSciJava() {
		context.close();
	}

	private static ByteProcessor digit() {
		return TestImages.half(0, 1);
	}

	private static void save(final String name, final ImagePlus image)
		throws Exception
	{
		TestImages.tiff(folder.resolve(name + ".tif"), image);
	}

	/** The files of each run are its own. */
	private static void run(final Commands command,
		final Map<String, String> keys)
	{
		final Map<String, String> values = new LinkedHashMap<>();
		final String fresh = "run" + ++run;
		keys.forEach((key, value) -> values.put(key, value.replace("{in}", folder
			.toString()).replace("{out}", folder.resolve(fresh).toString())));
		((ClassifierCommand) CommandLine.prepare(context, command, values,
			line -> {})).executeOrFail(Progress.none());
	}

	private static Map<String, String> keys(final String text) {
		final Map<String, String> keys = new LinkedHashMap<>();
		for (final String option : text.split(" (?=\\w+=)"))
			keys.put(option.substring(0, option.indexOf('=')), option.substring(option
				.indexOf('=') + 1));
		return keys;
	}

	private static List<Mend> mends(final Commands command, final String keys) {
		return assertThrows(UserFailure.class, () -> run(command, keys(keys)))
			.mends();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
		textBlock = """
				CLASSIFY_IMAGE | image={in}/rgb.tif model=digits | Convert it to gray
				CLASSIFY_IMAGE | image={in}/two.tif model=digits | Use channel 1: DAPI; Use channel 2: GFP
				CLASSIFY_IMAGE | image={in}/two.tif model=digits channels=gray | Use channel 1: DAPI; Use channel 2: GFP
				CLASSIFY_IMAGE | image={in}/two.tif model=digits channels=RFP | Use channel 1: DAPI; Use channel 2: GFP
				CLASSIFY_IMAGE | image={in}/gray.tif model=digits channels=5 | Use channel 1
				CLASSIFY_IMAGE | image={in}/gray.tif model=digits channels=rgb | Choose the channels as the model does
				CLASSIFY_IMAGE | image={in}/fractions.tif model=digits | Map 0..1 onto the model's range; Take them as they are
				CLASSIFY_IMAGE | image={in}/deep.tif model=digits | Map 0..1023 onto the model's range; Map 0..700 onto the model's range
				CLASSIFY_IMAGE | image={in}/gray.tif model=digits eachSlice=true planes=middle | Classify each slice; Only planes: middle
				CLASSIFY_IMAGE | image={in}/gray.tif model=digits pixelSize=match | Take the pixels as they are
				CLASSIFY_ROIS | image={in}/rgb.tif model=digits rois={in}/one.roi | Convert it to gray
				EVALUATE | images={in}/colored model=digits | Convert it to gray
				EVALUATE | images={in}/unlabeled model=digits | Convert it to gray
				CLASSIFY_ROIS | image={in}/gray.tif model=digits rois={in}/one.roi regions=manager | Use the file
				CLASSIFY_ROIS | image={in}/gray.tif model=digits rois={in}/one.roi regions=labels | Use the ROIs of the file
				CLASSIFY_ROIS | image={in}/gray.tif model=digits rois={in}/one.roi mark=false labelledRoiFile={out}.zip | Write the class into the ROIs; Save no ROIs
				CLASSIFY_ROIS | image={in}/gray.tif model=digits rois={in}/one.roi output={out}.csv features={out}.csv | Use 'OUT-2.csv'
				MAP_CLASSES | image={in}/rgb.tif model=digits output={out}.tif | Convert it to gray
				MAP_CLASSES | image={in}/narrow.tif model=digits output={out}.tif | Take windows of 20 pixels
				MAP_CLASSES | image={in}/gray.tif model=digits output={out}.tif stride=50 | Take a quarter of the window
				MAP_CLASSES | image={in}/gray.tif model=digits output={out}.png | Use 'OUT.png.tif'
				HEAT_MAP | image={in}/rgb.tif model=digits output={out}.tif | Convert it to gray
				HEAT_MAP | image={in}/gray.tif model=digits output={out}.tif className=zebra | Take the predicted class
				PREPROCESS | image={in}/rgb.tif model=digits output={out}.tif | Convert it to gray
				PREPROCESS | image={in}/two.tif model=digits rois={in}/one.roi output={out}.tif | Use channel 1: DAPI; Use channel 2: GFP
				PREPROCESS | image={in}/gray.tif model=digits width=20 output={out}.tif | Leave out the model
				PREPROCESS | image={in}/gray.tif model=digits resize=pad output={out}.tif | Leave out the model
				PREPROCESS | image={in}/gray.tif model=digits planes=middle rois={in}/one.roi output={out}.tif | Take the regions
				PREVIEW_AUGMENTATION | image={in}/gray.tif pixelSize=match output={out}.tif | Leave it out
				""")
	void eachWayOutIsTold(final Commands command, final String options,
		final String words)
	{
		final List<Mend> mends = mends(command, options);
		assertEquals(words, String.join("; ", mends.stream().map(mend -> mend
			.words().replaceAll("run\\d+", "OUT")).toList()));
		for (final Mend mend : mends) {
			final Map<String, String> mended = keys(options);
			mended.put(mend.key(), mend.after(mended.get(mend.key())));
			assertDoesNotThrow(() -> run(command, mended), mend.words());
		}
	}

	@Test
	void moreChannelsAreNeededThanTheFirstOnes() throws Exception {
		final String model = "model=" + TinyModels.cells();
		final ImageStack stack = new ImageStack(SIDE, SIDE);
		for (int i = 0; i < 3; i++)
			stack.addSlice(new ShortProcessor(SIDE, SIDE));
		final ImagePlus three = new ImagePlus("", stack);
		three.setDimensions(3, 1, 1);
		save("three", new CompositeImage(three));
		assertEquals(List.of(Mend.of("Use the first 2 channels", "channels",
			"1,2")), mends(Commands.CLASSIFY_IMAGE, "image={in}/three.tif " + model));
		assertEquals(List.of(), mends(Commands.CLASSIFY_IMAGE,
			"image={in}/gray.tif " + model));
	}

	@Test
	void ofManyChannelsTheFirstFourAreOffered() throws Exception {
		final ImageStack stack = new ImageStack(SIDE, SIDE);
		for (int i = 0; i < 6; i++)
			stack.addSlice(digit());
		final ImagePlus six = new ImagePlus("", stack);
		six.setDimensions(6, 1, 1);
		save("six", new CompositeImage(six));
		assertEquals(4, mends(Commands.CLASSIFY_IMAGE,
			"image={in}/six.tif model=digits").size());
	}

	@Test
	void regionsAreOfferedWhereTheyAreNeeded() {
		assertEquals(List.of("regions=auto"), options(mends(Commands.PREPROCESS,
			"image={in}/gray.tif margin=3 output={out}.tif")));
	}

	@Test
	void aResultNeverTakesThePlaceOfItsImage() throws Exception {
		save("field", new ImagePlus("", digit()));
		final List<String> options = options(mends(Commands.MAP_CLASSES,
			"image={in}/field.tif model=digits output={in}/field.tif overwrite=true"));
		assertEquals(List.of("output=" + folder.resolve("field-2.tif")), options);
	}

	private static List<String> options(final List<Mend> mends) {
		return mends.stream().map(mend -> mend.option("")).toList();
	}
}


package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.launch.Commands;

/**
 * Inputs that are not right, once for all doors: the start script, the options
 * of a macro, a program that calls, and {@code call(...)}.
 *
 * @param command that is asked
 * @param keys value by key; without the image, which each door gives in its own
 *          way
 * @param status of exit of the start script: 2 if the request itself is wrong
 * @param texts of the message; after {@code line:} or {@code macro:} those that
 *          one door alone has
 */
record WrongInput(Commands command, Map<String, String> keys, int status,
		List<String> texts)
{

	/**
	 * Command, keys, status, texts. {files} has files that are damaged or
	 * strange, {images} one image, {good} two classes, {empty} nothing; {new} is
	 * a model file that does not exist.
	 */
	private static final String TABLE =
		"""
				train | images=x imgaes=x | 2 | imgaes & line:images, exclude, corrections, groups
				train | images={digits} model={new} nets=tiny | 2 | line:'nets' & macro:'nets=tiny'
				train | model=x | 2 | 'images' & line:needs 'images' & line:nothing
				train | images=x | 2 | 'model' & line:needs 'model' & line:nothing
				train | images={digits} epochs=1 | 2 | 'model' & macro:Expected a value for 'model'
				train | images=x model=y epochs=-1 | 2 | 0 to 10000 & '-1'
				train | images=x model=y epochs=10001 | 2 | 0 to 10000 & 10001
				train | images=x model=y epochs=two | 2 | whole number & two
				train | images=x model=y epochs=1.5 | 2 | whole number & 1.5
				train | images=x model=y epochs=99999999999 | 2 | whole number & 99999999999
				train | images=x model=y batchSize=-1 | 2 | 0 to 4096 & -1
				train | images=x model=y batchSize= | 2 | whole number & ''
				train | images=x model=y learningRate=0 | 2 | above 0 & 0.0
				train | images=x model=y learningRate=2 | 2 | 0 to 1 & 2.0
				train | images=x model=y learningRate=NaN | 2 | number & NaN
				train | images=x model=y optimizer=lion | 2 | adamw & lion
				train | images=x model=y momentum=0.9 | 2 | optimizer=sgd only & momentum=0.9
				train | images=x model=y optimizer=sgd momentum=1 | 2 | below 1 & '1'
				train | images=x model=y weightDecay=-1 | 2 | from 0 to 1 & '-1'
				train | images=x model=y schedule=linear | 2 | one-cycle & linear
				train | images=x model=y labelSmoothing=1 | 2 | below 1 & 1.0
				train | images=x model=y mixup=-1 | 2 | from 0 (none) to 1 & -1.0
				train | images=x model=y classBalance=much | 2 | sampling & much
				train | images=x model=y bestBy=auc | 2 | macro-f1 & auc
				train | images=x model=y patience=-1 | 2 | 0 (to the end) & -1
				find-learning-rate | images=x steps=19 | 2 | 20 to 10000 & 19
				find-learning-rate | images=x momentum=0.9 | 2 | optimizer=sgd only & momentum=0.9
				find-learning-rate | images={empty} | 1 | is empty
				train | images=x model=y augmentation=wild | 2 | 'auto', 'none', 'light', 'mirror', 'microscopy', 'strong' & wild
				train | images=x model=y start=nowhere | 2 | auto, scratch, backbone & nowhere
				train | images=x model=y unfreeze=some | 2 | 'auto', 'head', 'all' & some
				train | images=x model=y learnFrom=test | 2 | training & test
				train | images=x model=y channels=1,,3 | 2 | 'gray', 'rgb' & 1,,3
				train | images=x model=y resize=zoom | 2 | 'pad', 'crop' & zoom
				train | images=x model=y pixelSize=-1 | 2 | off, match & -1
				train | images=x model=y normalization=min-max | 2 | zscore-image & min-max
				train | images=x model=y range=255..0 | 2 | smaller first & 255..0
				train | images=x model=y width=4 | 2 | 8 to 1024 & 4
				train | images=x model=y exact=yes | 2 | true or false & yes
				train | images=x model=y seed=abc | 2 | whole number & abc
				models | folder={new} | 1 | Expected a folder of model files
				models | directory=x | 2 | folder
				correct | className=8 | 2 | Expected 'numbers'
				correct | numbers=1,,2 className=8 | 2 | such as 1,4,7-9 & '1,,2'
				correct | numbers=1 className=8 rois=x.zip | 2 | 'output' beside rois
				correct | numbers=1 className=8 regions=labels | 2 | 'overlay' & labels
				tune | images=x | 2 | 'output' & line:needs 'output' & line:nothing
				tune | images=x output=y minutes=0 trials=0 | 2 | minutes=0 and trials=0
				tune | images=x output=y space=speed | 2 | learningRate
				tune | images=x output=y strategy=luck | 2 | halving & luck
				tune | images=x output=y trials=-1 | 2 | 0 to 100000 & -1
				tune | images=x output=y model=z.txt | 2 | Expected model to end with .zip & z.txt
				tune | images={good} output={files}/list.csv model={empty}/best | 1 | list.csv
				train | images={digits} model={new} epochs=many | 2 | 'epochs' to be a whole number from 0 to 10000
				train | images={digits} model={new} epochs=-1 | 2 | got '-1'
				train | images={digits} model={new} learningRate=0 | 2 | learningRate above 0
				train | images={digits} model={new} batchSize=2.5 | 2 | got '2.5'
				train | images={digits} model={new} augmentation=heavy | 2 | 'strong' or a file that ends with .yaml or .yml, got 'heavy'
				train | images={digits} model={new} channels=blue | 1 | one of auto, gray, rgb, as-is
				train | images={digits} model={new} channels=0 | 2 | such as 1,3, found '0'
				train | images={digits} model={new} channels=2 | 1 | Expected images with a channel 2
				train | images={digits} model={new} resize=fit | 2 | 'stretch', 'pad', 'crop', 'none'
				train | images={digits} model={new} pixelSize=big | 2 | off, match, or the side of a pixel
				train | images={digits} model={new} pixelSize=match | 1 | Expected images with a known pixel size
				train | images={digits} model={new} pixelSize=match resize=pad | 2 | resize=none beside pixelSize
				train | images={digits} model={new} normalization=zscore | 2 | zscore-channel, zscore-dataset, found
				train | images={digits} model={new} normalization=percentile:99-1 | 2 | percentile:1-99.8
				train | images={digits} model={new} normalization=zscore-image range=0..255 | 2 | Leave one of them
				train | images={digits} model={new} range=5..5 | 2 | 5..5
				train | images={digits} model={new} range=abc | 2 | abc
				train | images={digits} model={new} network=vgg | 2 | six-conv
				train | images={digits} model={new} exclude=0,1,2,3,4,5,6,7,8 | 1 | two classes
				train | images={good} model={new} network=vgg | 2 | six-conv, tiny & 'vgg'
				train | images={good} model={new} kernelSize=4 | 2 | odd & 4
				train | images={good} model={new} kernelSize=33 | 2 | 31 & 33
				train | images={good} model={new} filters=-1 | 2 | 4096 & -1
				train | images={good} model={new} depth=17 | 2 | 16 & 17
				train | images={good} model={new} wishedAccuracy=1 | 2 | wishedAccuracy & below 1
				train | images={good} model={new} wishedAccuracy=99 | 2 | 'wishedAccuracy' to be & 99
				train | images={good} model={new} calibrate=maybe | 2 | 'calibrate' to be true or false & maybe
				train | images={good} model={new} dropout=1 | 2 | below 1 & 1.0
				train | images={good} model={new} dropout=-0.5 | 2 | below 1 & -0.5
				train | images={good} model={new} depth=2 start=backbone | 2 | start=scratch & start=backbone
				train | images={good} model={new} filters=2000 start=scratch | 1 | conv5 & 8000 filters
				train | images={good} model={new} depth=9 network=lenet | 1 | maxpool & smaller than its window
				train | images={good} model={new} network= | 2 | six-conv, tiny & ''
				train | images={good} model={new} network={files}/net.json | 1 | layer 1 & filters & 1e999999999
				train | images={good} model={new} augmentation={files}/mine.yaml | 1 | mine.yaml & rotationDegrees & 'rotation'
				train | images={good} model={new} cacheFolder={files}/no | 1 | Expected cacheFolder to be an existing folder & no'
				train | images={good} model={new} cacheFolder={good}/left/000.png | 1 | Expected a folder & 000.png
				train | images={good} model={new} exclude=middle | 2 | 'left', 'right' & 'middle'
				train | images={files}/list.csv model={files}/list.csv overwrite=true | 2 | Expected model to end with .zip & list.csv
				evaluate | images=x model=x split=tset | 2 | 'validation', 'test' & tset
				evaluate | | 2 | predictions=FILE.csv & images=DIR model=FILE.zip
				evaluate | images=x | 2 | model
				evaluate | model=digits | 2 | images
				evaluate | images=x model=digits predictions=y | 2 | both images and predictions
				evaluate | predictions=y split=test | 2 | split=auto beside predictions & split=test
				evaluate | predictions=y range=0..255 | 2 | range=auto beside predictions
				evaluate | predictions=nowhere.csv | 1 | found no file & nowhere.csv
				evaluate | predictions={files}/list.csv | 1 | Expected a table of predictions with the columns file
				calibrate | images={good} model=digits | 2 | 'output' & line:needs 'output' & line:output=PATH
				calibrate | images={good} model=digits output={new} split=test | 2 | 'validation' & test
				calibrate | images={good} model=digits output=x.tif | 2 | Expected output to end with .zip & x.tif
				calibrate | images={good} model=nowhere.zip output={new} | 1 | nowhere.zip
				compare | images={good} model=digits | 2 | 'other' & line:needs 'other' & line:other=PATH
				compare | images={good} model=digits other=digits split=training | 2 | 'test' & training
				compare | images={good} model=digits other=digits split=tset | 2 | 'validation', 'test' & tset
				compare | images={good} model=digits other=nowhere.zip | 1 | nowhere.zip
				compare | model=digits other=digits | 2 | Expected 'images', found nothing
				compare | images={good} model=digits other=digits groups=( | 2 | regular expression
				compare | images={good} model=digits other={files}/list.csv | 2 | two tables & list.csv
				compare | model={files}/list.csv other={files}/list.csv | 1 | list.csv & the columns file, actual, predicted
				compare | images={good} model=digits other=digits output={files}/list.csv | 1 | is a file
				compare-annotators | first=x | 2 | 'second' & line:needs 'second' & line:second=PATH
				compare-annotators | first=nowhere.csv second=elsewhere.csv | 1 | is no file & nowhere.csv
				compare-annotators | first={files}/net.json second={files}/net.json | 1 | path and class & net.json
				find-wrong-labels | predictions=x | 2 | 'output' & line:needs 'output' & line:output=PATH
				find-wrong-labels | predictions=nowhere.csv output={empty} | 1 | found no file & nowhere.csv
				find-wrong-labels | predictions={files}/list.csv output={empty} | 1 | list.csv & the columns file, actual, predicted
				find-wrong-labels | predictions={files}/list.csv output={files}/net.json | 1 | is a file
				cross-validate | images={good} | 2 | 'output' & line:needs 'output' & line:output=PATH
				cross-validate | images={good} output={empty} folds=1 | 2 | 'folds' to be & '1'
				cross-validate | images={good} output={empty} folds=1001 | 2 | 'folds' to be & '1001'
				cross-validate | images={good} output={empty} repeats=0 | 2 | 'repeats' to be & '0'
				cross-validate | images={good} output={empty} folds=3 leaveOneGroupOut=true | 2 | folds or leaveOneGroupOut=true, found both
				cross-validate | images={good} output={empty} leaveOneGroupOut=true allowLeak=true | 2 | leaveOneGroupOut=true or allowLeak=true, found both
				cross-validate | images={good} output={empty} leaveOneGroupOut=true | 1 | Expected a group for each image & left/000.png & groups
				cross-validate | images={good} output={empty} resume=true overwrite=true | 2 | starts anew, found both
				cross-validate | images={good} output={empty} model={files}/m.txt | 2 | Expected model to end with .zip & m.txt
				cross-validate | images={good} output={empty} exclude=left | 1 | two classes
				cross-validate | images={good} output={empty} exclude=left model={empty}/best | 1 | two classes
				cross-validate | images={good} output={empty} groups=folder | 1 | 'left' belong to one group
				cross-validate | images={good} output={files}/list.csv | 1 | is a file
				cross-validate | images={good} output={empty} start=nowhere.zip | 1 | nowhere.zip
				browse | images={good} | 2 | 'predictions' & line:needs 'predictions' & line:predictions=
				browse | predictions={good}/none.csv images={good} | 1 | found no file & none.csv
				browse | predictions={files}/list.csv images={good} | 1 | the columns file, actual, predicted & list.csv
				browse | predictions={files}/predictions.csv images={empty}/no | 1 | does not exist
				browse | predictions={files}/predictions.csv images={images} | 1 | is in & left/000.png
				browse | predictions={files}/predictions.csv images={good} actual=middle | 2 | actual to be one of left, right & 'middle'
				browse | predictions={files}/predictions.csv images={good} planes=auto | 2 | 'planes' to be one of
				apply-corrections | images={good} | 1 | Expected a list of corrections & found none
				apply-corrections | images={good} undo=true | 1 | Expected a log of moved files
				apply-corrections | images={files}/list.csv | 1 | Expected a folder of class folders & list.csv
				evaluate | images={good} model=digits corrections=maybe | 2 | corrections & use & maybe
				learning-curve | images={good} | 2 | 'output' & line:needs 'output' & line:output=PATH
				learning-curve | images={good} output={empty} steps=1 | 2 | 'steps' to be & '1'
				learning-curve | images={good} output={empty} repeats=0 | 2 | 'repeats' to be & '0'
				learning-curve | images={good} output={good}/curve | 1 | outside of the images
				learning-curve | images={good} output={files}/list.csv | 1 | is a file
				learning-curve | images={good} output={empty} exclude=left | 1 | two classes
				train | images={good} model={new} report={files}/list.csv | 1 | is a file
				train | images={good} model={new} report={good}/report | 1 | outside of the images
				info | | 2 | 'model' & line:needs 'model' & line:model=PATH & macro:Expected a value for 'model', got none. Give it as model=...
				info | model=nowhere.zip | 1 | nowhere.zip
				info | model=sample-images/digits/0/0_000.png | 1 | 0_000.png
				fetch | name=mnist | 2 | 'output' & line:needs 'output' & line:output=PATH
				fetch | name=cifar output=x | 2 | 'mnist', 'fashion-mnist' & cifar
				fetch | source=http:///x output=x | 2 | an address & http:///x
				fetch | source={empty} output={files}/fetched | 1 | Expected train-images-idx3-ubyte.gz of MNIST & leave source out
				preprocess | model=digits output={files}/result.png | 2 | output to end with .tif or .tiff & result.png
				heat-map | output={files}/result.tif | 2 | 'model' & macro:Expected a value for 'model'
				heat-map | model=digits output={files}/result.png | 2 | output to end with .tif or .tiff & result.png
				heat-map | model=digits output={files}/m.tif method=lime | 2 | 'auto', 'grad-cam', 'occlusion' & lime
				heat-map | model=digits output={files}/m.tif show=none | 2 | 'both', 'map', 'overlay' & none
				heat-map | model=digits output={files}/m.tif className=ten | 2 | classes 0, 1, 2 & 'ten'
				heat-map | model=digits output={files}/m.tif planes=each | 2 | 'planes' to be one of
				heat-map | model=digits output={files}/m.tif selection=no | 2 | true or false & no
				heat-map | model=digits output={files}/m.tif channels=3 | 1 | Expected a channel 3
				heat-map | model=nowhere.zip output={files}/m.tif | 1 | nowhere.zip
				preview-augmentation | output={files}/result.png | 2 | output to end with .tif or .tiff & result.png
				classify-image | | 2 | 'model' & macro:Expected a value for 'model', got none. Give it as model=...
				classify-image | model=digits threshold=2 | 2 | 'threshold' to be a number from 0.0 to 1.0 or auto, got '2'
				classify-image | model=digits threshold=abc | 2 | got 'abc'
				classify-image | model=digits threshold=auto | 1 | suggests a threshold & wishedAccuracy
				classify-image | model=digits planes=all | 2 | 'planes' to be one of
				classify-image | model=digits planes=mean eachSlice=true | 2 | planes=mean, found both
				classify-image | model=digits output=x.csv | 2 | line:'output' & macro:'output=x.csv'
				classify-image | model=digits channels=3 | 1 | Expected a channel 3
				classify-image | model=digits pixelSize=match | 1 | pixel size
				classify-image | model=digits range=9..1 | 2 | smaller first
				classify-rois | model=digits regions=overlay | 1 | in the overlay, found none
				classify-rois | model=digits regions=manager | 1 | in the ROI Manager, found none
				classify-rois | model=digits | 1 | Expected regions of interest
				classify-rois | model=digits regions=all | 2 | 'regions' to be one of
				classify-rois | model=digits regions=labels | 2 | Expected a label image
				classify-rois | model=digits labels=nowhere | 2 | title of an open image, found 'nowhere'
				classify-rois | model=digits rois={images}/nowhere.zip | 1 | is not a file
				classify-rois | model=digits rois={images} | 1 | is not a file
				classify-rois | model=digits threshold=-1 | 2 | got '-1'
				classify-rois | model=digits margin=many | 2 | got 'many'
				classify-rois | model=digits labelledRoiFile={empty}/r | 2 | to end with .zip
				classify-rois | model=digits mark=false labelledRoiFile={empty}/r.zip | 2 | Expected mark=true
				map-classes | model=digits output={empty}/m.tif threshold=2 | 2 | got '2'
				map-classes | model=digits output={empty}/m.tif stride=29 | 1 | Expected a stride of at most the window
				map-classes | model=digits output={empty}/m.tif stride=-1 | 2 | got '-1'
				map-classes | model=digits output={empty}/m.tif stride=1.5 | 2 | got '1.5'
				map-classes | model=digits output={empty}/m.tif window=29 | 1 | Expected an image of at least one window of 29 x 29
				map-classes | model=digits output={empty}/m.tif overlap=3 | 2 | line:'overlap' & macro:'overlap=3'
				map-classes | model=digits output={empty}/m.tif planes=each | 2 | 'planes' to be one of
				map-classes | model=digits output={empty}/m.png | 2 | to end with .tif or .tiff
				map-classes | model=digits output={empty} | 2 | to end with .tif or .tiff
				map-classes | model=digits output={empty}/m.tif areaFile={empty} | 1 | is a folder
				classify-folder | images=x model=x | 2 | 'output' & line:needs 'output' & line:output=PATH
				classify-folder | model=digits images={images} | 2 | 'output' & macro:Expected a value for 'output'
				classify-folder | model=digits images={empty} output={empty}/c.csv | 1 | found none in
				classify-folder | model=digits images={empty}/no output={empty}/c.csv | 1 | does not exist
				classify-folder | model=digits images={images}/a.png output={empty}/c.csv | 1 | is a file
				classify-folder | model=digits images={images} output={empty} | 1 | is a folder
				classify-folder | model=digits images={images} output={images}/a.png overwrite=true | 2 | named like one of the images
				classify-folder | model=digits images={images} output={empty}/c.csv include=*.tif | 1 | Change include or skip
				classify-folder | model=digits images={images} output={empty}/c.csv sortInto={images}/x | 2 | outside of the folder of images
				classify-folder | model=digits images={images} output={empty}/c.csv sortBy=move | 2 | 'sortBy' to be one of
				classify-folder | model=digits images={images} output={empty}/c.csv threshold=2 | 2 | got '2'
				classify-folder | model=digits images={images} output={empty}/c.csv resume=true overwrite=true | 2 | starts anew, found both
				""";

	private static final String ONLY_LINE = "line:";
	private static final String ONLY_MACRO = "macro:";

	/** @param folder where the files have been made by {@link #makeFiles} */
	static List<WrongInput> all(final Path folder) {
		return TABLE.lines().map(row -> of(row.split(" *\\| *", -1), folder))
			.toList();
	}

	private static WrongInput of(final String[] cells, final Path folder) {
		final Map<String, String> keys = new LinkedHashMap<>();
		for (final String word : cells[1].split(" ")) {
			final int equals = word.indexOf('=');
			if (equals > 0) keys.put(word.substring(0, equals), value(word.substring(
				equals + 1), folder));
		}
		return new WrongInput(Commands.of(cells[0]), keys, Integer.parseInt(
			cells[2]), Arrays.asList(cells[3].split(" & ")));
	}

	private static String value(final String text, final Path folder) {
		return text.replace("{digits}", PlainImageJ.DIGITS.toString()).replace(
			"{new}", folder + "/new.zip").replaceFirst(
				"\\{(files|images|good|empty)\\}", folder + "/$1");
	}

	/** What the table speaks of. */
	static void makeFiles(final Path folder) throws IOException {
		Files.createDirectories(folder.resolve("empty"));
		Files.copy(PlainImageJ.DIGITS.resolve("1/1_000.png"), Files
			.createDirectories(folder.resolve("images")).resolve("a.png"));
		TestImages.halves(folder.resolve("good"), 3, 1);
		final Path files = Files.createDirectories(folder.resolve("files"));
		Files.writeString(files.resolve("net.json"),
			"{\"layers\": [{\"type\": \"conv\", \"filters\": 1e999999999, \"kernel\": 3}]}");
		Files.writeString(files.resolve("mine.yaml"), "rotation: 10\n");
		Files.writeString(files.resolve("predictions.csv"),
			"file,actual,predicted,confidence,p_left,p_right,correct,error\n" +
				"left/000.png,left,right,0.6000,0.4000,0.6000,false,\n");
		Files.writeString(files.resolve("list.csv"),
			"path,class\na.png,a\nb.png,b\n");
	}

	/** As words of the start script. */
	List<String> words(final Path image) {
		final List<String> words = new ArrayList<>();
		words.add(command.key());
		if (needsImage()) words.add("image=" + image);
		keys.forEach((key, value) -> words.add(key + "=" + value));
		return words;
	}

	/** As options of a macro. */
	String options() {
		return keys.entrySet().stream().map(e -> e.getKey() + "=[" + e.getValue() +
			"]").collect(Collectors.joining(" "));
	}

	boolean needsImage() {
		return switch (command) {
			case CLASSIFY_IMAGE, CLASSIFY_ROIS, CORRECT, MAP_CLASSES, PREPROCESS,
					HEAT_MAP, PREVIEW_AUGMENTATION -> true;
			default -> false;
		};
	}

	/**
	 * As a program gives them, each of its type; empty if the language itself
	 * would not let it.
	 */
	Optional<Map<String, Object>> inputs(final Context context) {
		final CommandInfo info = context.service(CommandService.class).getCommand(
			command.className());
		final Map<String, Object> inputs = new LinkedHashMap<>();
		for (final Map.Entry<String, String> entry : keys.entrySet()) {
			if (info.getInput(entry.getKey()) == null) return Optional.empty();
			final Optional<Object> value = typed(info.getInput(entry.getKey())
				.getType(), entry.getValue());
			if (value.isEmpty()) return Optional.empty();
			inputs.put(entry.getKey(), value.get());
		}
		return Optional.of(inputs);
	}

	private static Optional<Object> typed(final Class<?> type,
		final String text)
	{
		try {
			if (type == File.class) return Optional.of(new File(text));
			if (type == int.class) return Optional.of(Integer.valueOf(text));
			if (type == long.class) return Optional.of(Long.valueOf(text));
			if (type == double.class) return Optional.of(Double.valueOf(text));
		}
		catch (final NumberFormatException e) {
			return Optional.empty();
		}
		if (type == boolean.class) return text.matches("true|false") ? Optional.of(
			Boolean.valueOf(text)) : Optional.empty();
		return Optional.of(text);
	}

	List<String> textsOfTheStartScript() {
		return texts(ONLY_MACRO);
	}

	List<String> textsOfMacrosAndPrograms() {
		return texts(ONLY_LINE);
	}

	private List<String> texts(final String without) {
		return texts.stream().filter(t -> !t.startsWith(without)).map(t -> t
			.replaceFirst("^(line|macro):", "")).toList();
	}

	@Override
	public String toString() {
		return command.key() + " " + options();
	}
}


package io.github.cnnclassifier.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;
import org.scijava.widget.FileWidget;

import ij.WindowManager;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.command.ClassifierCommand;
import io.github.cnnclassifier.command.TrainCommand;
import io.github.cnnclassifier.dataset.source.ImagePlace;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.imagej.Drawing;
import io.github.cnnclassifier.imagej.EndingRun;
import io.github.cnnclassifier.imagej.reader.OriginalImages;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.ui.train.FrontImage;
import io.github.cnnclassifier.ui.train.KeyField;
import io.github.cnnclassifier.ui.train.TrainingCards;
import io.github.cnnclassifier.ui.train.TrainingHost;
import io.github.cnnclassifier.workflow.models.KnownModels;
import io.github.cnnclassifier.workflow.train.TrainingPreview;

/**
 * ImageJ around the window of training: the keys are the inputs of the command,
 * and what the window starts is the command itself.
 */
final class HostedTraining implements TrainingHost {

	private static final String ENDS_WITH_FILE = ".*\\bfile$";

	private final ModuleInfo command;
	private final Optional<Path> images;
	private final EndingRun opening = EndingRun.now();
	private final List<Path> models = KnownModels.ofUser().all();

	/**
	 * @param command of training
	 * @param images that were used last; empty if none were
	 */
	HostedTraining(final ModuleInfo command, final Optional<Path> images) {
		this.command = command;
		this.images = images;
	}

	@Override
	public ImageReader reader() {
		return CnnClassifier.tools(Progress.none()).reader();
	}

	@Override
	public List<KeyField> fields() {
		final Module plain = NewModule.of(command);
		final List<ModuleItem<?>> known = UserInputs.of(plain);
		final List<KeyField> fields = new ArrayList<>();
		String section = "What belongs together";
		for (final ModuleItem<?> item : command.inputs()) {
			if (item.getVisibility() == ItemVisibility.MESSAGE) section = String
				.valueOf(item.getValue(plain)).replaceFirst(";.*", "");
			else if (known.contains(item)) fields.add(field(item, section, item
				.getValue(plain)));
		}
		return fields;
	}

	private KeyField field(final ModuleItem<?> item, final String section,
		final Object initial)
	{
		final Class<?> type = Types.box(item.getType());
		final List<String> choices = choices(item);
		final KeyField.Kind kind;
		if (type == Boolean.class) kind = KeyField.Kind.CHECK;
		else if (type == Double.class || type == Float.class) kind =
			KeyField.Kind.DECIMAL;
		else if (Number.class.isAssignableFrom(type)) kind = KeyField.Kind.WHOLE;
		else if (choices.isEmpty()) kind = KeyField.Kind.TEXT;
		else kind = item.getChoices() != null && !item.getChoices().isEmpty()
			? KeyField.Kind.CHOICE : KeyField.Kind.SUGGESTION;
		return new KeyField(item.getName(), item.getLabel(), item
			.getDescription() == null ? "" : item.getDescription(), section, kind,
			choices, place(item, type), initial == null ? "" : initial.toString(),
			limit(item.getMinimumValue()), limit(item.getMaximumValue()));
	}

	private List<String> choices(final ModuleItem<?> item) {
		final List<String> choices = new ArrayList<>(named(item));
		if (item.get(ClassifierCommand.KNOWN_MODELS) == null) return choices;
		// a file may be left out
		if (choices.isEmpty()) choices.add("");
		models.forEach(model -> choices.add(model.toString()));
		return choices;
	}

	private static List<String> named(final ModuleItem<?> item) {
		if (item.getChoices() != null && !item.getChoices().isEmpty()) return item
			.getChoices().stream().map(Object::toString).toList();
		for (final String attribute : List.of(ClassifierCommand.SUGGESTIONS,
			ClassifierCommand.OFFERED))
			if (item.get(attribute) != null) return Arrays.asList(item.get(attribute)
				.split(","));
		return List.of();
	}

	private static KeyField.Place place(final ModuleItem<?> item,
		final Class<?> type)
	{
		final String other = item.get(ClassifierCommand.OR);
		if (other != null && other.matches(ENDS_WITH_FILE))
			return KeyField.Place.FILE;
		if (type != File.class) return KeyField.Place.NONE;
		final String style = item.getWidgetStyle();
		return style != null && style.contains(FileWidget.DIRECTORY_STYLE)
			? KeyField.Place.FOLDER : KeyField.Place.FILE;
	}

	private static Double limit(final Object limit) {
		return limit instanceof final Number number ? number.doubleValue() : null;
	}

	@Override
	public Optional<Path> lastImages() {
		return images;
	}

	@Override
	public Optional<FrontImage> frontImage() {
		return Optional.ofNullable(WindowManager.getCurrentImage()).filter(
			image -> Drawing.of(image).isEmpty()).map(image -> new HostedImage(image,
				reader()));
	}

	@Override
	public Optional<String> objection(final Map<String, String> values) {
		final Module module = NewModule.of(command);
		try {
			final List<UserFailure> wrong = UserInputs.set(module, values);
			if (!wrong.isEmpty()) return Optional.of(UserInputs.words(wrong, module));
			((TrainCommand) module.getDelegateObject()).requirePossible();
			return Optional.empty();
		}
		catch (final UserFailure e) {
			return Optional.of(InputLabels.in(e.getMessage(), UserInputs.of(module)));
		}
	}

	@Override
	public String inLabels(final String message) {
		return InputLabels.in(message, UserInputs.of(NewModule.of(command)));
	}

	@Override
	public void train(final Map<String, String> values,
		final TrainingCards cards)
	{
		new WindowWish(values, Optional.of(cards)).start(label(), opening);
	}

	@Override
	public Optional<String> openDialog(final Map<String, String> values) {
		final Module module = NewModule.of(command);
		// what a field of the dialog cannot show would be lost
		final List<UserFailure> wrong = UserInputs.set(module, values);
		if (!wrong.isEmpty()) return Optional.of(UserInputs.words(wrong, module));
		new WindowWish(values, Optional.empty()).start(label(), opening);
		return Optional.empty();
	}

	private String label() {
		return command.getMenuPath().getLeaf().getName();
	}

	@Override
	public void open(final TrainingPreview preview, final int position)
		throws IOException
	{
		final Optional<ImagePlace> place = preview.place(position);
		if (place.isPresent()) OriginalImages.show(place.get());
		else OriginalImages.show(preview.read(position), preview.name(position));
	}
}

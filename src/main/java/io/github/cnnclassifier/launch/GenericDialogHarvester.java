
package io.github.cnnclassifier.launch;

import java.awt.Font;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.util.Types;
import org.scijava.widget.FileWidget;

import ij.ImagePlus;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.imagej.Hosts;

/**
 * Asks for the open inputs in a dialog of plain ImageJ, again and again until
 * they are right or the user cancels.
 */
final class GenericDialogHarvester extends AbstractPreprocessorPlugin {

	private static final int FILE_COLUMNS = 36;
	private static final int NUMBER_COLUMNS = 8;
	// the longest dialog fits a screen of 768 pixels
	private static final int ROW_GAP = 2;

	private final List<ModuleItem<?>> asked = new ArrayList<>();

	@Override
	public void process(final Module module) {
		asked.addAll(UserInputs.unresolved(module));
		if (asked.isEmpty()) return;
		while (true) {
			final GenericDialog dialog = dialog(module);
			dialog.showDialog();
			if (dialog.wasCanceled()) {
				Recorder.setCommand(null);
				cancel(null);
				Hosts.stopMacro();
				return;
			}
			try {
				read(dialog, module);
				return;
			}
			catch (final WrongUsage wrong) {
				Hosts.tell(module.getInfo().getTitle(), wrong.getMessage());
			}
		}
	}

	/** The inputs that the dialog had. */
	List<ModuleItem<?>> asked() {
		return asked;
	}

	private GenericDialog dialog(final Module module) {
		final GenericDialog dialog = new GenericDialog(module.getInfo().getTitle());
		for (final ModuleItem<?> item : module.getInfo().inputs()) {
			if (item.getVisibility() == ItemVisibility.MESSAGE) {
				final Object text = item.getValue(module);
				if (text != null) heading(dialog, text.toString());
			}
			else if (asked.contains(item)) add(dialog, item, item.getValue(module));
		}
		dialog.addHelp(DialogHelp.of(asked));
		return dialog;
	}

	private static void add(final GenericDialog dialog, final ModuleItem<?> item,
		final Object value)
	{
		final Class<?> type = Types.box(item.getType());
		final String label = label(item);
		final String text = value == null ? "" : value.toString();
		dialog.setInsets(ROW_GAP, 0, ROW_GAP);
		if (type == Boolean.class) addCheckbox(dialog, label, value);
		else if (type == ImagePlus.class) dialog.addImageChoice(label,
			value instanceof ImagePlus image ? image.getTitle() : null);
		else if (choices(item).length > 0) dialog.addChoice(label, choices(item),
			text);
		else if (type == File.class && hasStyle(item, FileWidget.DIRECTORY_STYLE))
			dialog.addDirectoryField(label, text, FILE_COLUMNS);
		else if (type == File.class) addFile(dialog, item, text);
		else dialog.addStringField(label, text, type == String.class ? item
			.getColumnCount() : NUMBER_COLUMNS);
	}

	private static void heading(final GenericDialog dialog, final String text) {
		dialog.setInsets(6, 5, 0);
		dialog.addMessage(text, dialog.getFont() == null ? null : dialog.getFont()
			.deriveFont(Font.BOLD));
	}

	private static void addCheckbox(final GenericDialog dialog,
		final String label, final Object value)
	{
		dialog.setInsets(ROW_GAP, 20, 0);
		dialog.addCheckbox(label, Boolean.TRUE.equals(value));
	}

	private static void addFile(final GenericDialog dialog,
		final ModuleItem<?> item, final String text)
	{
		dialog.addFileField(label(item), text, FILE_COLUMNS);
		if (hasStyle(item, FileWidget.SAVE_STYLE)) SaveButton.browseToSave(dialog,
			label(item));
	}

	private void read(final GenericDialog dialog, final Module module) {
		WrongUsage first = null;
		for (final ModuleItem<?> item : asked) {
			try {
				final Object value = next(dialog, item);
				module.setInput(item.getName(), value);
				if (value == null && item.isRequired()) throw new WrongUsage(
					"Expected a value for '" + label(item) + "', got none.");
			}
			catch (final WrongUsage wrong) {
				// go on, so that the next dialog shows all that was typed
				if (first == null) first = wrong;
			}
			finally {
				// the dialog records its own keys; PlainRecorder knows the right ones
				Recorder.resetCommandOptions();
			}
		}
		if (first != null) throw first;
		asked.forEach(item -> module.resolveInput(item.getName()));
	}

	private static Object next(final GenericDialog dialog,
		final ModuleItem<?> item)
	{
		final Class<?> type = Types.box(item.getType());
		if (type == Boolean.class) return dialog.getNextBoolean();
		if (type == ImagePlus.class) return dialog.getNextImage();
		if (choices(item).length > 0) return InputValue.of(item, dialog
			.getNextChoice());
		return InputValue.of(item, dialog.getNextString());
	}

	private static String[] choices(final ModuleItem<?> item) {
		if (item.getType().isEnum()) return Arrays.stream(item.getType()
			.getEnumConstants()).map(Object::toString).toArray(String[]::new);
		final List<?> choices = item.getChoices();
		return choices == null ? new String[0] : choices.stream().map(
			Object::toString).toArray(String[]::new);
	}

	private static boolean hasStyle(final ModuleItem<?> item,
		final String style)
	{
		return item.getWidgetStyle() != null && item.getWidgetStyle().contains(
			style);
	}

	static String label(final ModuleItem<?> item) {
		final String label = item.getLabel();
		return label == null || label.isEmpty() ? item.getName() : label;
	}
}

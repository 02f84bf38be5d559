
package io.github.cnnclassifier.ui.train;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.EventQueue;
import java.io.File;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.ParseException;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JFormattedTextField;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.JTextField;
import javax.swing.SpinnerNumberModel;
import javax.swing.SwingConstants;
import javax.swing.text.DefaultFormatterFactory;
import javax.swing.text.JTextComponent;

import io.github.cnnclassifier.ui.Plain;
import io.github.cnnclassifier.ui.PlainListCell;
import io.github.cnnclassifier.ui.TextChanges;
import io.github.cnnclassifier.ui.TextUndo;

/** Edits one key, by choice rather than by typing. Used on the event thread. */
final class KeyEditor {

	private static final int COLUMNS = 12;
	private static final double SMALL_STEP = 0.001;
	private static final int DIGITS = 12;

	private final KeyField field;
	private final Runnable changed;
	private final JComponent input;
	private final JComponent component;
	private final Supplier<String> text;
	private final Consumer<String> setter;
	/** What was there when a change was told last. */
	private String told;
	private boolean shown;

	/** @param changed told of each change */
	KeyEditor(final KeyField field, final Runnable changed) {
		this.field = field;
		this.changed = changed;
		switch (field.kind()) {
			case CHECK -> {
				final JCheckBox box = new JCheckBox();
				box.addItemListener(event -> tell());
				input = box;
				text = () -> String.valueOf(box.isSelected());
				setter = value -> box.setSelected(Boolean.parseBoolean(value));
			}
			case CHOICE, SUGGESTION -> {
				final JComboBox<String> list = new JComboBox<>(field.choices().toArray(
					String[]::new));
				list.setEditable(field.kind() == KeyField.Kind.SUGGESTION);
				list.setRenderer(new Choice());
				list.addActionListener(event -> tell());
				if (list.isEditable()) typedIn((JTextComponent) list.getEditor()
					.getEditorComponent());
				input = list;
				text = () -> text(list);
				setter = list::setSelectedItem;
			}
			case WHOLE, DECIMAL -> {
				final JSpinner spinner = spinner(field);
				spinner.addChangeListener(event -> tell());
				typedIn(line(spinner));
				input = spinner;
				text = () -> typed(field, line(spinner).getText());
				setter = value -> spinner.setValue(number(field, value));
			}
			default -> {
				final JTextField line = new JTextField(COLUMNS);
				typedIn(line);
				input = line;
				text = () -> line.getText().strip();
				setter = line::setText;
			}
		}
		setter.accept(field.initial());
		told = text();
		shown = true;
		takeBackIn(input);
		input.setToolTipText(field.help());
		named(input);
		component = field.file() == KeyField.Place.NONE ? input : withButton();
	}

	/**
	 * A field that gets or loses the focus writes what it has once more: that is
	 * no change, and what is clicked then must not turn gray under the mouse. So
	 * it is looked at when all is written.
	 */
	private void tell() {
		if (shown) EventQueue.invokeLater(this::tellChange);
	}

	private void tellChange() {
		final String now = text();
		if (now.equals(told)) return;
		told = now;
		changed.run();
	}

	private void typedIn(final JTextComponent line) {
		TextChanges.follow(line, this::tell);
	}

	/** What was there at first cannot be taken back. */
	private static void takeBackIn(final JComponent input) {
		if (input instanceof final JSpinner spinner) TextUndo.in(line(spinner));
		else if (input instanceof final JComboBox<?> list && list.isEditable())
			TextUndo.in((JTextComponent) list.getEditor().getEditorComponent());
		else if (input instanceof final JTextComponent line) TextUndo.in(line);
	}

	private static JFormattedTextField line(final JSpinner spinner) {
		return ((JSpinner.DefaultEditor) spinner.getEditor()).getTextField();
	}

	private void named(final JComponent named) {
		named.getAccessibleContext().setAccessibleName(field.label());
		named.getAccessibleContext().setAccessibleDescription(field.help());
		if (named instanceof final JSpinner spinner) named(line(spinner));
		else if (named instanceof final JComboBox<?> list && list.isEditable())
			named((JComponent) list.getEditor().getEditorComponent());
	}

	private static String text(final JComboBox<String> list) {
		final Object item = list.isEditable() ? list.getEditor().getItem() : list
			.getSelectedItem();
		return item == null ? "" : item.toString().strip();
	}

	private static JSpinner spinner(final KeyField field) {
		final boolean whole = field.kind() == KeyField.Kind.WHOLE;
		final SpinnerNumberModel model = whole ? new SpinnerNumberModel(number(
			field, field.initial()), whole(field.min()), whole(field.max()), Long
				.valueOf(1)) : new SpinnerNumberModel(number(field, field.initial()),
					field.min(), field.max(), Double.valueOf(SMALL_STEP));
		final JSpinner spinner = new JSpinner(model);
		final JSpinner.DefaultEditor editor = new JSpinner.DefaultEditor(spinner);
		final JFormattedTextField line = editor.getTextField();
		line.setEditable(true);
		line.setHorizontalAlignment(SwingConstants.RIGHT);
		line.setColumns(8);
		// what is no number, or none that is allowed, stays to be mended
		line.setFocusLostBehavior(JFormattedTextField.COMMIT);
		line.setFormatterFactory(new DefaultFormatterFactory(new NumberText(
			field)));
		spinner.setEditor(editor);
		return spinner;
	}

	private static Long whole(final Double limit) {
		return limit == null ? null : Long.valueOf(limit.longValue());
	}

	private static Number number(final KeyField field, final String value) {
		final BigDecimal number = new BigDecimal(value.strip());
		if (field.kind() == KeyField.Kind.WHOLE) return number.longValueExact();
		return number.doubleValue();
	}

	/** @return a number as it is always written; anything else as it stands */
	private static String typed(final KeyField field, final String text) {
		try {
			return plain(number(field, text));
		}
		catch (final NumberFormatException | ArithmeticException e) {
			// who judges the value says what is wrong with it
			return text.strip();
		}
	}

	private static String plain(final Object number) {
		return number instanceof final Double value ? Double.toString(value)
			: number.toString();
	}

	/** The list is narrow: of a file its name comes first. */
	private static final class Choice extends PlainListCell {

		private static final long serialVersionUID = 1L;

		@Override
		public Component getListCellRendererComponent(final JList<?> list,
			final Object value, final int index, final boolean isSelected,
			final boolean hasFocus)
		{
			final String text = value == null ? "" : value.toString();
			final int end = text.lastIndexOf(File.separatorChar);
			super.getListCellRendererComponent(list, end < 0 ? text : text.substring(
				end + 1) + " in " + text.substring(0, end), index, isSelected,
				hasFocus);
			setToolTipText(end < 0 ? null : Plain.text(text));
			return this;
		}
	}

	/** Macros and messages have points everywhere. */
	private static final class NumberText extends
		JFormattedTextField.AbstractFormatter
	{

		private static final long serialVersionUID = 1L;

		private final transient KeyField field;

		NumberText(final KeyField field) {
			this.field = field;
		}

		@Override
		public Object stringToValue(final String text) throws ParseException {
			try {
				final Number number = number(field, text);
				final boolean low = field.min() != null && number.doubleValue() < field
					.min();
				final boolean high = field.max() != null && number.doubleValue() > field
					.max();
				if (low || high) throw new ParseException(text, 0);
				return number;
			}
			catch (final NumberFormatException | ArithmeticException e) {
				throw (ParseException) new ParseException(text, 0).initCause(e);
			}
		}

		@Override
		public String valueToString(final Object value) {
			// steps leave dust behind
			return value == null ? "" : new BigDecimal(value.toString()).round(
				new MathContext(DIGITS)).stripTrailingZeros().toPlainString();
		}
	}

	private JPanel withButton() {
		final JButton browse = new JButton("\u2026");
		browse.setToolTipText("Choose from the disk");
		browse.getAccessibleContext().setAccessibleName("Choose: " + field.label());
		browse.addActionListener(event -> browse(browse));
		final JPanel both = new JPanel(new BorderLayout(2, 0));
		both.setOpaque(false);
		both.add(input);
		both.add(browse, BorderLayout.EAST);
		return both;
	}

	private void browse(final Component above) {
		final JFileChooser chooser = new JFileChooser(new File(text()));
		chooser.setDialogTitle(field.label());
		if (field.file() == KeyField.Place.FOLDER) chooser.setFileSelectionMode(
			JFileChooser.DIRECTORIES_ONLY);
		if (chooser.showDialog(above, "Choose") == JFileChooser.APPROVE_OPTION) set(
			chooser.getSelectedFile().getPath());
	}

	KeyField field() {
		return field;
	}

	JComponent component() {
		return component;
	}

	/** @return what has the focus while the key is edited */
	JComponent input() {
		return input;
	}

	/** @return the value as a macro has it */
	String text() {
		return text.get();
	}

	void set(final String value) {
		setter.accept(value);
	}

	boolean isChanged() {
		return !text().equals(field.initial());
	}
}

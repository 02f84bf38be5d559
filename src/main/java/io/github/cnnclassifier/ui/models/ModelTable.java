
package io.github.cnnclassifier.ui.models;

import java.awt.Component;
import java.awt.Font;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.swing.Icon;
import javax.swing.JTable;

import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.ui.HeadedRows;
import io.github.cnnclassifier.ui.HeadingTips;
import io.github.cnnclassifier.ui.Plain;
import io.github.cnnclassifier.ui.PlainTableCell;
import io.github.cnnclassifier.workflow.models.ModelRow;

/** The rows of the list of models, as text and pictures. */
final class ModelTable extends HeadedRows {

	private static final long serialVersionUID = 1L;
	private static final String[] HEADINGS = { "", "Name", "Classes", "Right",
		"Trained", "Training" };
	private static final int[] WIDTHS = { ModelIcon.WIDTH + 12, 140, 260, 215,
		130, 310 };
	private static final int PICTURE = 0;
	private static final int CLASSES = 2;
	private static final int TRAINING = 5;
	private static final int GAP = 4;
	private static final int LONGEST_TIP = 200;
	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
		"yyyy-MM-dd HH:mm", Locale.ROOT);

	private transient List<ModelRow> rows = List.of();
	private transient ModelIcons icons;

	ModelTable() {
		super(HEADINGS);
	}

	/** Gives the columns of a table their widths and looks. */
	void layOut(final JTable table, final ModelIcons pictures) {
		icons = pictures;
		table.setRowHeight(ModelIcon.HEIGHT + GAP);
		table.setDefaultRenderer(Object.class, new Renderer());
		table.setFillsViewportHeight(true);
		HeadingTips.of(table, Map.of());
		table.getTableHeader().setReorderingAllowed(false);
		for (int i = 0; i < WIDTHS.length; i++) {
			table.getColumnModel().getColumn(i).setPreferredWidth(WIDTHS[i]);
		}
		table.getColumnModel().getColumn(PICTURE).setMaxWidth(WIDTHS[PICTURE]);
	}

	void show(final List<ModelRow> shown) {
		rows = List.copyOf(shown);
		fireTableDataChanged();
	}

	/** There is another picture, or a reason why there is none. */
	void redraw(final Path model) {
		final int at = indexOf(model);
		if (at >= 0) fireTableCellUpdated(at, PICTURE);
	}

	/** -1 if it is not among them. */
	int indexOf(final Path model) {
		for (int i = 0; i < rows.size(); i++) {
			if (rows.get(i).file().equals(model)) return i;
		}
		return -1;
	}

	List<ModelRow> at(final int[] indices) {
		return Arrays.stream(indices).filter(i -> i < rows.size()).mapToObj(
			rows::get).toList();
	}

	@Override
	public int getRowCount() {
		return rows.size();
	}

	@Override
	public Object getValueAt(final int at, final int column) {
		final ModelRow row = rows.get(at);
		switch (column) {
			case PICTURE:
				return icons.of(row.file()).map(ItemOutcome::result).orElse(null);
			case 1:
				return row.name();
			case CLASSES:
				return row.isUsable() ? row.classes().size() + ": " + String.join(", ",
					row.classes()) : reason(row);
			case 3:
				return row.accuracy().map(ModelTable::words).orElse("");
			case 4:
				return row.date().map(date -> DATE.format(date.atZoneSameInstant(ZoneId
					.systemDefault()))).orElse("");
			default:
				return training(row);
		}
	}

	/** Which file it is, the row tells. */
	private static String reason(final ModelRow row) {
		return row.problem().replace("Cannot open the model '" + row.file() + "'. ",
			"");
	}

	/** All are right only if they are. */
	private static String words(final ModelRow.Accuracy accuracy) {
		final boolean almost = accuracy.share() >= 0.995 && accuracy.share() < 1;
		return String.format(Locale.ROOT, almost ? "%.1f %% of %s%s images"
			: "%.0f %% of %s%s images", 100 * accuracy.share(), accuracy.images() == 0
				? "" : accuracy.images() + " ", accuracy.side());
	}

	private static String training(final ModelRow row) {
		if (row.isShipped()) return "came along";
		final String end = row.training();
		if (!row.resumable()) return end;
		return end.isEmpty() ? "can go on" : end + "; can go on";
	}

	private String help(final ModelRow row, final int column,
		final Object value)
	{
		if (column == CLASSES || column == TRAINING) {
			final String text = String.valueOf(value);
			return text.length() <= LONGEST_TIP ? text : text.substring(0,
				LONGEST_TIP) + "...";
		}
		return icons.of(row.file()).filter(icon -> column == PICTURE && icon
			.isFailed()).map(ItemOutcome::reason).orElse(row.file().toString());
	}

	/** Colors are those of the table; what cannot be used is in italics. */
	private final class Renderer extends PlainTableCell {

		private static final long serialVersionUID = 1L;

		@Override
		public Component getTableCellRendererComponent(final JTable table,
			final Object value, final boolean selected, final boolean focused,
			final int row, final int column)
		{
			final boolean picture = column == PICTURE;
			super.getTableCellRendererComponent(table, picture ? "" : value, selected,
				focused, row, column);
			setIcon(picture ? (Icon) value : null);
			final ModelRow shown = rows.get(table.convertRowIndexToModel(row));
			setToolTipText(Plain.text(help(shown, column, value)));
			if (!shown.isUsable()) setFont(getFont().deriveFont(Font.ITALIC));
			return this;
		}
	}
}

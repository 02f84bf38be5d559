
package io.github.cnnclassifier.ui;

import java.awt.event.MouseEvent;
import java.util.Map;

import javax.swing.JTable;
import javax.swing.table.JTableHeader;
import javax.swing.table.TableColumnModel;

/**
 * The headings of a table, which are cut where columns are narrow: the tool tip
 * of each says all of it, and more if there is more to say.
 */
public final class HeadingTips extends JTableHeader {

	private static final long serialVersionUID = 1L;

	/** By column of the model. */
	private final transient Map<Integer, String> tips;

	private HeadingTips(final TableColumnModel columns,
		final Map<Integer, String> tips)
	{
		super(columns);
		this.tips = Map.copyOf(tips);
	}

	/**
	 * @param table gets such headings
	 * @param tips by column of the model, in place of the heading itself
	 */
	public static void of(final JTable table, final Map<Integer, String> tips) {
		table.setTableHeader(new HeadingTips(table.getColumnModel(), tips));
	}

	@Override
	public String getToolTipText(final MouseEvent event) {
		final int column = columnAtPoint(event.getPoint());
		if (column < 0) return null;
		final String heading = String.valueOf(columnModel.getColumn(column)
			.getHeaderValue());
		final String tip = tips.getOrDefault(columnModel.getColumn(column)
			.getModelIndex(), heading);
		return tip.isEmpty() ? null : Plain.text(tip);
	}
}

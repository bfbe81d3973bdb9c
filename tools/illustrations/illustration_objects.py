"""Every park: sector key, object, and what the object is in Chinese and English (for alt texts)."""
import illustration_objects_bacheng as bacheng
import illustration_objects_first as first
import illustration_objects_huaqiao as huaqiao
import illustration_objects_ketd as ketd
import illustration_objects_knd as knd
import illustration_objects_lakes as lakes
import illustration_objects_resort as resort
import illustration_objects_zhoushi as zhoushi

PARKS = {
    "nev-park": ("en", first.car, "带电池包的新能源汽车底盘", "an electric car with its battery pack"),
    "display-park": ("di", first.panel, "显示面板的分层结构", "the layers of a display panel"),
    "smart-terminal-park": ("it", ketd.phone, "打开后盖的手机与平板", "a phone with its back off in front of a tablet"),
    "ic-packaging-park": ("it", ketd.prober, "探针台与晶圆图", "a wafer prober over a wafer map"),
    "precision-equipment-park": ("eq", ketd.linear_axis, "花岗岩基座上的滚珠丝杠直线轴", "a ball-screw axis on a granite base"),
    "wearables-park": ("dg", ketd.wearables, "智能手表与 AR 眼镜", "a smart watch and AR glasses"),
    "bonded-service-park": ("it", ketd.microscope, "显微镜下返修的电路板", "a circuit board under repair at a microscope"),
    "advanced-computing-park": ("dg", first.rack, "服务器机柜", "a server rack"),
    "robotics-park": ("sm", first.robot, "六轴工业机器人与夹爪", "a six-axis industrial robot with a gripper"),
    "rna-medicine-park": ("me", first.helix, "21 个碱基对的小核酸双链", "an siRNA duplex of 21 base pairs"),
    "metaverse-park": ("dg", knd.headset, "映着数字城市的 VR 头显", "a VR headset with a digital city in its visor"),
    "sensor-park": ("it", knd.accelerometer, "MEMS 加速度计的质量块与梳齿", "proof mass and comb fingers of a MEMS accelerometer"),
    "tech-industry-finance-park": ("dg", knd.transfer, "三级台阶：烧瓶、齿轮与资金", "three steps: flask, gear and capital"),
    "medical-device-park": ("me", knd.hip, "人工髋关节", "an artificial hip joint"),
    "fintech-services-park": ("dg", huaqiao.terminal, "支付终端、二维码与银行卡", "a payment terminal with a QR code and a card"),
    "supply-chain-hq-park": ("dg", huaqiao.hq, "总部大楼、集装箱与全球航线", "a headquarters tower, containers and global routes"),
    "digital-trade-park": ("dg", huaqiao.shop, "从网店发出的跨境包裹", "a parcel leaving an online shop"),
    "connected-commercial-vehicle-park": ("en", huaqiao.truck, "自动驾驶卡车与路侧单元", "an autonomous truck and a roadside unit"),
    "applied-ai-park": ("dg", huaqiao.labelling, "图像标注与客服耳机", "image labelling and a service-desk headset"),
    "testing-certification-park": ("sm", huaqiao.tensile, "万能材料试验机与应力曲线", "a tensile testing machine with its stress curve"),
    "cultural-tech-park": ("dg", resort.bridge, "倒影化作像素的水乡石桥", "a stone bridge whose reflection turns to pixels"),
    "health-resort-park": ("me", resort.recliner, "带体征监测的助起椅与餐食", "a lift chair that reads vital signs, with a meal"),
    "sports-tech-park": ("sm", resort.scull, "单人赛艇与双桨", "a single scull with its oars"),
    "yangcheng-life-park": ("me", resort.biobank, "液氮罐中的样本库", "a biobank in a liquid-nitrogen vessel"),
    "edu-innovation-park": ("dg", resort.printer, "正在打印火箭的 3D 打印机", "a 3D printer making a rocket"),
    "zhangpu-smart-manufacturing-park": ("sm", resort.forklift, "叉车式 AGV 与立体货架", "a forklift AGV at high racks"),
    "food-tech-park": ("eq", resort.oven, "隧道式烘焙烤炉", "a tunnel oven with buns"),
    "sino-german-park": ("eq", resort.micrometer, "用千分尺测量的齿轮", "a gear held in a micrometer"),
    "functional-film-park": ("ma", first.film, "卷对卷涂布线", "a roll-to-roll coating line"),
    "aero-parts-park": ("eq", first.fan, "航空发动机风扇", "an aero-engine fan"),
    "smart-mould-park": ("eq", zhoushi.mould, "开模取件的注塑模", "an injection mould opening on its part"),
    "energy-storage-park": ("en", first.storage, "储能集装箱", "a battery storage container"),
    "cnc-machine-park": ("sm", zhoushi.five_axis, "五轴机床加工叶轮", "a five-axis machine cutting an impeller"),
    "korea-beauty-biotech-park": ("me", first.serum, "滴管瓶与面霜罐", "a dropper bottle and a cream jar"),
    "smart-mobility-park": ("sm", zhoushi.stroller, "智能婴儿推车", "a smart pushchair"),
    "smart-home-park": ("dg", zhoushi.house, "联网家电的住宅剖面", "a house section with connected appliances"),
    "green-packaging-park": ("ma", zhoushi.pulp, "纸浆模塑蛋托与可降解软袋", "a moulded-pulp egg box and a biodegradable pouch"),
    "software-park": ("dg", bacheng.shield, "代码窗口与安全盾牌", "a code window and a security shield"),
    "medical-imaging-park": ("me", first.gantry, "CT 扫描架", "a CT gantry"),
    "laser-park": ("sm", bacheng.cutting_head, "激光切割头", "a laser cutting head"),
    "industrial-software-park": ("dg", bacheng.rod, "一半实体、一半网格的连杆", "a connecting rod, half solid and half mesh"),
    "pcb-park": ("it", first.chip, "封装芯片与走线", "a packaged chip and its traces"),
    "env-equipment-park": ("eq", bacheng.filters, "水处理过滤罐与管路", "water-treatment vessels and pipework"),
    "polymer-park": ("ma", bacheng.extruder, "挤出造粒机", "a pelletising extruder"),
    "electronic-materials-park": ("ma", bacheng.sputter, "磁控溅射腔与靶材", "a sputtering chamber and its target"),
    "composites-park": ("ma", lakes.winding, "碳纤维缠绕机", "a carbon-fibre winding machine"),
    "health-products-park": ("me", lakes.monitor, "家用血压计与营养补充剂", "a home blood-pressure monitor and a supplement bottle"),
    "smart-drive-park": ("eq", lakes.gearmotor, "电机与剖开的减速机", "a motor and an opened gearbox"),
    "creative-design-park": ("dg", lakes.teapot, "设计中的茶壶", "a teapot on the drawing board"),
    "virtual-production-park": ("dg", lakes.stage, "LED 虚拟影棚与带追踪的摄影机", "an LED volume and a tracked camera"),
    "test-instruments-park": ("sm", lakes.detector, "超声探伤仪检测焊缝", "an ultrasonic flaw detector on a weld"),
    "precision-machinery-park": ("eq", lakes.bearing, "深沟球轴承", "a deep-groove ball bearing"),
    "storage-materials-park": ("en", lakes.coin_cell, "扣式电池的分层结构", "the layers of a coin cell"),
    "general-aviation-park": ("eq", first.drone, "四旋翼无人机", "a quadcopter"),
}
AFLOAT = {  # things that stand on no floor
    "rna-medicine-park", "display-park", "pcb-park", "general-aviation-park", "smart-terminal-park", "sensor-park", "medical-device-park",
    "cultural-tech-park", "sports-tech-park", "industrial-software-park", "laser-park"}
FOCUS = {
    "nev-park": (240, 300), "energy-storage-park": (228, 200), "connected-commercial-vehicle-park": (236, 290), "smart-mobility-park": (250, 278), "test-instruments-park": (240, 200), "wearables-park": (250, 200),
    "smart-terminal-park": (236, 190), "supply-chain-hq-park": (260, 190), "zhangpu-smart-manufacturing-park": (240, 270), "bonded-service-park": (240, 270), "medical-device-park": (290, 180),
    "green-packaging-park": (240, 284), "digital-trade-park": (240, 280), "laser-park": (240, 275), "virtual-production-park": (240, 255), "smart-home-park": (240, 190),
    "software-park": (240, 260), "tech-industry-finance-park": (240, 278), "storage-materials-park": (240, 270), "yangcheng-life-park": (240, 280), "robotics-park": (250, 200)}  # where a cover looks when it comes close, if not at the middle
